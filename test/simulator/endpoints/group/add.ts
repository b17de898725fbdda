import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** A new group; its success carries code 2, not 200 (docs: group add). */
export const addGroup: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/group/add',
	keyIn: 'body',
	codes: { 1: 'Le nom est requis', 2: 'Clé API requise', 10: 'Clef API incorrecte' },
	keyMissing: 2,
	answer({ fields }, platform) {
		const name = text(fields.name);
		if (name === undefined) throw new Refusal(1);
		const { groupId } = platform.groups.add(name);
		return { success: true, code: 2, name, groupId };
	},
};
