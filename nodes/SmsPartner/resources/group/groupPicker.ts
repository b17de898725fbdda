import type { INodeProperties } from 'n8n-workflow';

import { pickerField, recordPicker } from '../../fields/pickers';
import type { Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';
import { listGroups } from './list';

/** The groups of the account, by name. */
export const groupPicker = recordPicker('searchGroups', listGroups, 'groupId');

export function groupField(description: string): INodeProperties {
	return pickerField({ displayName: 'Group', name: 'groupId', description, placeholder: 'e.g. 5f7753a5c1b2d' }, groupPicker);
}

export function checkGroupId(input: unknown): Checked<string> {
	return checkOpaqueId(input, 'Group', 'Choose a group from the list, or give the groupId that Group > Get Many returned.');
}
