import { IANAZone } from 'luxon';
import { accept, refuse, type Checked } from '../values/checked';
import { callbackEvents, type CallbackEvent } from './events';

/** The zone of times without one: the platform's (docs: webhooks show local times). */
export const platformZone = 'Europe/Paris';

/**
 * The secret is a segment of the webhook URLs, so that it must not need escaping there. Empty: no secret.
 * The message says all there is to do: when a workflow cannot be published, n8n shows nothing else.
 */
export function checkSecret(secret: string): Checked<string> {
	if (/^[A-Za-z0-9_-]*$/.test(secret)) return accept(secret);
	return refuse(
		'"Secret" of the SMS Partner Trigger may hold only letters, digits, "-" and "_": change it and publish again',
		'It becomes the last part of the webhook URLs, so that the new Production URLs have to be pasted after a change.',
	);
}

export function checkZone(zone: string): Checked<string> {
	if (IANAZone.isValidZone(zone)) return accept(zone);
	return refuse(
		`"Source Timezone" of the SMS Partner Trigger is no time zone (${zone}): change it and publish again`,
		'Use a name such as Europe/Paris, Indian/Reunion or UTC.',
	);
}

/** The selected events: a list, or one by itself, as an expression may give it. */
export function checkEvents(events: unknown): Checked<CallbackEvent[]> {
	const names: unknown[] = Array.isArray(events) ? events : [events];
	const selected = callbackEvents.filter(({ value }) => names.includes(value)).map(({ value }) => value);
	const isKnown = names.every((name) => callbackEvents.some(({ value }) => value === name));
	if (isKnown && selected.length > 0) return accept(selected);
	return refuse(
		'"Events" of the SMS Partner Trigger holds none, or one that does not exist: change it and publish again',
		`Select at least one event. An expression has to give some of ${callbackEvents.map(({ value }) => value).join(', ')}.`,
	);
}
