import { classify } from '../../nodes/SmsPartner/callbacks/classify';
import { normalise } from '../../nodes/SmsPartner/callbacks/normalise';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { fixture, fixtureNames } from '../fixtures';
import { filesIn, textOf } from './source';

/** Names of the fields of an item by its event, in order, as the trigger gives them; `raw` left out. */
export function eventColumns(): Map<unknown, string[]> {
	const context = { now: new Date(), zone: 'Europe/Paris', includeRaw: false };
	const items = fixtureNames('webhook.').map((name) => normalise(fixture(name), classify(fixture(name)), context));
	return new Map(items.map((item) => [item.event, Object.keys(item)]));
}

/** Every name that an item of either node can have, and those that all operations share. */
export function outputNames(): Set<string> {
	const schemas = filesIn('nodes/SmsPartner/__schema__', '.json').map((path): unknown => JSON.parse(textOf(path)));
	return new Set([...schemas.flatMap(namesIn), ...[...eventColumns().values()].flat(), 'error', 'code', 'description', 'raw']);
}

function namesIn(schema: unknown): string[] {
	if (!isRecord(schema)) return [];
	const properties = isRecord(schema.properties) ? schema.properties : {};
	return [...Object.keys(properties), ...Object.values(properties).flatMap(namesIn), ...namesIn(schema.items)];
}
