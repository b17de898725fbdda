import type { INodeParameters } from 'n8n-workflow';

const SKIP = 'Recipients to Skip';
const LIMIT = 'Spending Limit';
const CREDIT = 'Check Credit First';
const STRICT = 'Stop If One Fails';
const INPUT_FIELDS = 'Include Input Fields';

/** What of the guards of a send the operations show, as users are promised it. */
const GUARDS: Record<string, { shows: string[]; skips?: string[] }> = {
	'sms send': { shows: [SKIP, LIMIT, CREDIT, STRICT], skips: ['Duplicates', 'Opted Out', 'Same Tag'] },
	'sms sendSurvey': { shows: [SKIP, CREDIT, STRICT], skips: ['Duplicates', 'Opted Out', 'Same Tag'] },
	'rcs send': { shows: [SKIP, LIMIT, STRICT], skips: ['Duplicates', 'Opted Out'] },
	'voice sendSms': { shows: [SKIP, LIMIT, STRICT], skips: ['Duplicates'] },
	'voice depositVoicemail': { shows: [SKIP, LIMIT, STRICT], skips: ['Duplicates'] },
	'contact create': { shows: [STRICT] },
	'phoneNumber verifyNetwork': { shows: [STRICT] },
};

/** Operations whose items are those of a list: none stands for an input item. */
const WITHOUT_INPUT_FIELDS = new Set([
	...['contact getAll', 'contactRental download', 'group getAll', 'optOut getAll', 'sms getManyStatuses', 'sms getStatistics'],
	...['subaccount getAll', 'voice getAudioFiles'],
]);

export const guardLabels: readonly string[] = [SKIP, LIMIT, CREDIT, STRICT, INPUT_FIELDS];

/** Those of the labels that the form of an operation must show. */
export function guardsOf(parameters: INodeParameters): string[] {
	const operation = operationOf(parameters);
	return [...(GUARDS[operation]?.shows ?? []), ...(WITHOUT_INPUT_FIELDS.has(operation) ? [] : [INPUT_FIELDS])];
}

/** Whom the operation can skip, in the order of the list. */
export function skipsOf(parameters: INodeParameters): string[] {
	return GUARDS[operationOf(parameters)]?.skips ?? [];
}

function operationOf({ resource, operation }: INodeParameters): string {
	return `${String(resource)} ${String(operation)}`;
}
