import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkCreditOption, skipOption, stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, scheduledAtOption, campaignTagOption, timeoutOption, toField } from '../../fields/sendingFields';
import { sendBroadcasts, type CheckMessage } from '../../running/broadcast';
import type { ItemResult, Operation } from '../../running/operation';
import { broadcastKind } from '../../sending/broadcast';
import { departure, sendingEndpoint } from '../../sending/requests';
import { accept, checkAll } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';
import { asText } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { checkTag } from '../../values/sender';
import { translate } from '../../values/vocabulary';

/** docs: survey-send */
const survey = broadcastKind({
	endpoint: sendingEndpoint('/sondage/to/send', {
		9: 'One or more values are not accepted; the text above names them. Check Survey ID and To, and that the survey is ready on my.smspartner.fr.',
	}),
	phoneNumbers: (numbers) => numbers.join(','),
	describe: (body) => translate(body, ['messageId']),
	unit: 'SMS',
	skips: ['duplicates', 'optedOut', 'sameTag'],
	tag: ({ broadcast }) => asText(broadcast.body.tag),
});

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return sendBroadcasts(context, items, ['surveyId'], checkSurvey, survey);
}

const checkSurvey: CheckMessage = ({ surveyId }, options, { schedule }) => {
	const checked = checkAll({
		sondageIdent: checkOpaqueId(surveyId, 'Survey ID', 'Fill in the identifier that my.smspartner.fr shows for your survey.'),
		tag: checkOption(options, 'tag', 'Tag', checkTag),
	});
	if (!checked.ok) return checked;
	const { sondageIdent, tag } = checked.value;
	return accept({
		body: { sondageIdent, tag, ...departure(schedule) },
		shown: { surveyId: sondageIdent, tag: tag ?? null, scheduledAt: schedule?.instant ?? null },
	});
};

export const sendSurvey: Operation = {
	option: {
		name: 'Send Survey',
		value: 'sendSurvey',
		action: 'Send a survey',
		description: 'Send a survey of your dashboard to one or many; recipients are sent together in batches of up to 500',
	},
	effect: 'write',
	sends: { done: 'sent', billed: 'SMS' },
	fields: [
		toField,
		{
			displayName: 'Survey ID',
			name: 'surveyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5e8b1c2d',
			description: 'Identifier of the survey, which you create on my.smspartner.fr',
		},
		optionsField([
			...[defaultCountryOption, scheduledAtOption, campaignTagOption, timeoutOption],
			...[checkCreditOption, skipOption('duplicates', 'optedOut', 'sameTag'), stopOnFailureOption],
		]),
	],
	execute,
};
