import { offsetTime } from '../../rules/dates';
import type { Endpoint } from '../endpoint';

/** All groups; the documented success says `success: false` and has no code (docs: group list). */
export const listGroups: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/group/list',
	keyIn: 'query',
	codes: { 10: 'Clef API incorrecte' },
	keyMissing: 10,
	answer(_call, platform) {
		const groups = platform.groups.all().map(({ groupId, name, createdAt }) => ({
			id: groupId,
			name,
			createdAt: offsetTime(new Date(createdAt)),
			isSpecialFile: false,
			isLocationFile: false,
		}));
		return { success: platform.behaviour.groupListSuccess, groups };
	},
};
