/** n8n, and JSON.stringify, give up on some thousand levels; nothing that is documented has more than a few. */
export const MAX_LEVELS = 100;

/** Whether data has more levels of lists and records than can be passed on safely. */
export function isTooDeep(value: unknown, levels = MAX_LEVELS): boolean {
	let level = [value];
	for (let depth = 0; depth <= levels; depth++) {
		level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
		if (level.length === 0) return false;
	}
	return true;
}
