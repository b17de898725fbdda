import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Call, Endpoint } from '../endpoint';
import type { Platform } from '../../state';

/** Heading and sample disagree on the method, the two languages on the path (docs: group delete): all of them are there. */
export const deleteGroup: readonly Endpoint[] = (['/group/delete', '/groupe/delete'] as const).flatMap((path) =>
	(['post', 'delete'] as const).map((method): Endpoint => ({
		api: 'sms',
		method,
		path,
		keyIn: 'body',
		codes: { 1: 'groupId est requis', 10: 'Clef API incorrecte', 404: "Le groupe n'existe pas" },
		keyMissing: 10,
		answer: remove,
	})),
);

/** What becomes of the contacts is not documented; they go with their group. */
function remove({ fields }: Call, platform: Platform): object {
	const groupId = text(fields.groupId);
	if (groupId === undefined) throw new Refusal(1);
	if (!platform.groups.remove(groupId)) throw new Refusal(404);
	return { success: true, code: 200 };
}
