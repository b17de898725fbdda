import { Refusal } from '../refusal';
import type { Platform } from '../state';
import type { RentalZone } from '../stores/rentals';
import { commaSeparated } from './numberLists';
import { integer, isFields, text, type Fields } from './values';

export interface Volumes {
	zones: RentalZone[];
	/** Contacts counted or wanted over all places. */
	quantity: number;
}

/**
 * The places of a rental and how many contacts are wanted of each: all there are, unless `volumes` says otherwise.
 * It is an object of places on the page, and by its codes 24 to 26 a list of rows like those of the answer.
 */
export function readVolumes(parameters: Fields, volumes: unknown, { rentals }: Platform): Volumes {
	const wanted = volumes === undefined ? undefined : wantedVolumes(volumes);
	const zones = [...placesOf(parameters.zipcode, 'CP'), ...placesOf(parameters.department, 'DEP')].map((zone) => {
		const available = rentals.available(zone.place);
		return { ...zone, available, wanted: wanted === undefined ? available : (wanted.get(zone.place) ?? 0) };
	});
	const total = zones.length === 0 ? rentals.available() : zones.reduce((sum, zone) => sum + zone.available, 0);
	if (total === 0) throw new Refusal(61);
	if (wanted === undefined) return { zones, quantity: total };
	if (wanted.size === 0) throw new Refusal(26);

	const quantity = [...wanted.values()].reduce((sum, volume) => sum + volume, 0);
	if (quantity > total) throw new Refusal(28);
	const available = new Map(zones.map((zone) => [zone.place, zone.available]));
	for (const [place, volume] of wanted) {
		if (zones.length > 0 && volume > (available.get(place) ?? 0)) throw new Refusal(27);
	}
	return { zones, quantity };
}

function placesOf(value: unknown, type: RentalZone['type']): Pick<RentalZone, 'type' | 'place'>[] {
	return commaSeparated(text(value) ?? '').map((place) => ({ type, place }));
}

function wantedVolumes(volumes: unknown): Map<string, number> {
	if (Array.isArray(volumes)) return new Map(volumes.map(wantedRow));
	if (!isFields(volumes)) throw new Refusal(26);
	return new Map(Object.entries(volumes).map(([place, volume]) => [place, readVolume(volume)]));
}

function wantedRow(row: unknown): [string, number] {
	const { Type, Localite, Volume } = isFields(row) ? row : {};
	if (text(Type) === undefined) throw new Refusal(24);
	const place = text(Localite);
	if (place === undefined) throw new Refusal(25);
	return [place, readVolume(Volume)];
}

function readVolume(value: unknown): number {
	const volume = integer(value);
	if (volume === undefined || volume <= 0) throw new Refusal(26);
	return volume;
}
