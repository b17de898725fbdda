import type { VoiceErrorShape } from './behaviour';

/** Names of the documented Voice refusals, and two that a rule needs but no page names (docs: voice errors). */
const TEXTS = {
	PHONE_NUMBER_REQUIRED: 'Phone number is required',
	PHONE_NUMBER_SIZE_ERROR: 'More than 500 phone numbers',
	TOKEN_AUDIO_REQUIRED: 'Audio token is required',
	NOTIFY_URL_INVALID: 'Notification URL is not valid',
	SENDER_NOT_AUTHORIZED: 'Sender is not authorized',
	SENDER_INVALID: 'Sender is not valid',
	AUDIO_FILE_NOT_FOUND: 'Audio file not found',
	DESTINATION_INVALID: 'Destination is not valid',
	NOT_CREDIT: 'Not enough credit',
	FILENAME_INVALID: 'File name is not valid',
	SCHEDULED_DATE_INVALID: 'Scheduled date is not valid',
} as const;

export type VoiceErrorName = keyof typeof TEXTS;

/** A refusal of Voice Partner, which has a name instead of a code. */
export class VoiceRefusal extends Error {
	constructor(readonly refused: VoiceErrorName) {
		super(refused);
	}
}

export function voiceRefusalBody({ refused }: VoiceRefusal, shape: VoiceErrorShape): object {
	return namedRefusalBody(refused, undefined, shape);
}

/** The body of a Voice refusal, which is printed nowhere (docs: voice errors). */
export function namedRefusalBody(name: string, text: string | undefined, shape: VoiceErrorShape): object {
	const message = text ?? Object.entries(TEXTS).find(([known]) => known === name)?.[1] ?? name;
	const fields: Readonly<Record<VoiceErrorShape, object>> = {
		message: { message: name },
		code: { code: name },
		codeAndMessage: { code: name, message },
		error: { error: name },
		errorObject: { error: { code: name, message } },
		errors: { errors: [name] },
		errorsObject: { errors: { form: [name] } },
	};
	return { success: false, ...fields[shape] };
}
