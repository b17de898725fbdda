import { IANAZone } from 'luxon';
import { accept, refuse, type Checked } from '../values/checked';

/** The zone of times without one: the platform's (docs: webhooks show local times). */
export const platformZone = 'Europe/Paris';

/** The secret is a segment of the webhook URLs, so that it must not need escaping there. Empty: no secret. */
export function checkSecret(secret: string): Checked<string> {
	if (/^[A-Za-z0-9_-]*$/.test(secret)) return accept(secret);
	return refuse(
		'The secret holds characters that a URL does not keep as they are: use only letters, digits, "-" and "_"',
		'Change "Secret" in the SMS Partner Trigger node, publish again, and paste the new Production URLs.',
	);
}

export function checkZone(zone: string): Checked<string> {
	if (IANAZone.isValidZone(zone)) return accept(zone);
	return refuse(
		`"${zone}" is no time zone: use a name such as "Europe/Paris" or "UTC"`,
		'Change "Source Timezone" in the options of the SMS Partner Trigger node, and publish again.',
	);
}
