import type { INodeProperties } from 'n8n-workflow';

import { refuse, accept, type Checked } from '../../values/checked';
import { asText } from '../../values/narrow';
import { pickerField, type Picker } from '../pickers';
import { listGroups } from './list';

/** The groups of the account, by name. */
export const groupPicker: Picker = {
	method: 'searchGroups',
	async list(context) {
		const answer = await listGroups(context);
		if (!answer.ok) return answer;
		return {
			ok: true,
			body: answer.body.flatMap((group) => {
				const id = asText(group.id);
				return id === undefined ? [] : [{ name: asText(group.name) ?? id, value: id }];
			}),
		};
	},
};

export function groupField(description: string): INodeProperties {
	return pickerField({ displayName: 'Group', name: 'groupId', description, placeholder: 'e.g. 5f7753a5c1b2d' }, groupPicker);
}

export function checkGroupId(input: unknown): Checked<string> {
	const groupId = asText(input)?.trim();
	return groupId === undefined
		? refuse('Group is empty', 'Choose a group from the list, or give the groupId that Group > Get Many returned.')
		: accept(groupId);
}
