import camelCase from 'lodash/camelCase';
import type { IDataObject } from 'n8n-workflow';

import { asList, asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';

/** What contacts cost: `cost { quantity, total, cost_unity }`, in euros where no currency is named (docs: conventions). */
export function describeCost(record: UnknownRecord): IDataObject {
	const cost = isRecord(record.cost) ? record.cost : {};
	return {
		quantity: asNumber(cost.quantity) ?? null,
		cost: asNumber(cost.total) ?? null,
		unitCost: asNumber(cost.cost_unity) ?? null,
		currency: translate({ currency: 'EUR', ...record }, ['currency']).currency ?? null,
	};
}

/** The areas of a list whose last row is their total: `Type`, `Localite` or `Location`, `Volume`; `more` reads what else a row holds. */
export function describeAreas(list: unknown, more: (row: UnknownRecord) => IDataObject = () => ({})): IDataObject[] {
	return rowsOf(list)
		.filter((row) => !isTotal(row))
		.map((row) => ({
			type: areaType(row.Type),
			area: asText(row.Localite) ?? asText(row.Location) ?? null,
			volume: asNumber(row.Volume) ?? null,
			...more(row),
		}));
}

/** How many contacts there are in all areas of a list. */
export function totalVolume(list: unknown): number | null {
	const total = rowsOf(list).find(isTotal);
	return asNumber(total?.Volume) ?? null;
}

function rowsOf(list: unknown): UnknownRecord[] {
	return asList(list).filter(isRecord);
}

function isTotal({ Type }: UnknownRecord): boolean {
	return asText(Type)?.toLowerCase() === 'total';
}

/** "CP" is a ZIP code ("code postal"); how a department is called is documented nowhere. */
function areaType(type: unknown): string | null {
	const word = asText(type);
	if (word === undefined) return null;
	if (/^(?:cp|code ?postal)$/i.test(word)) return 'zipCode';
	return /^d[eé]p/i.test(word) ? 'department' : camelCase(word);
}
