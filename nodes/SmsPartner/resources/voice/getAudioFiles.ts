import once from 'lodash/once';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkResultLimit, listFields } from '../../fields/lists';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkRateLimit, rateLimitOptions, type RateLimit } from '../../running/rateLimit';
import { checkAll } from '../../values/checked';
import { translate } from '../../values/vocabulary';
import { listAudioFiles } from './audioFiles';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	const list = once(async (rateLimit: RateLimit) => listAudioFiles(context, rateLimit));
	return eachItem(
		context,
		items,
		(itemIndex) => checkAll({ limit: checkResultLimit(context, itemIndex), rateLimit: checkRateLimit(read, itemIndex) }),
		async ({ limit, rateLimit }) => {
			const files = await list(rateLimit);
			if (!files.ok) return files;
			const terms = ['audioFileId', 'name', 'durationSeconds', 'sizeKilobytes', 'createdAt'] as const;
			return { json: files.body.slice(0, limit).map((file) => present(translate(file, terms), file)) };
		},
	);
}

export const getAudioFiles: Operation = {
	option: {
		name: 'Get Audio Files',
		value: 'getAudioFiles',
		action: 'Get audio files',
		description: 'List the validated recordings of the Voice Partner account; they are uploaded on my.voicepartner.fr',
	},
	effect: 'read',
	lists: true,
	fields: [...listFields, simplifyField, rateLimitOptions],
	execute,
};
