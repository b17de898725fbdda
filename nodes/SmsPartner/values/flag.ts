import { accept, refuse, type Checked } from './checked';
import { asBoolean, type UnknownRecord } from './narrow';

/**
 * A switch among the options: off where the user did not add it. A value that says neither yes nor no is refused, since
 * an SMS that was meant for the sandbox would be sent and billed.
 */
export function checkFlag(options: UnknownRecord, name: string, displayName: string): Checked<boolean> {
	if (!Object.hasOwn(options, name)) return accept(false);
	const flag = asBoolean(options[name]);
	return flag === undefined
		? refuse(
				`"${displayName}" is neither true nor false`,
				'Use true or false. If it comes from an expression, check what it gives on this item, or remove the option.',
			)
		: accept(flag);
}
