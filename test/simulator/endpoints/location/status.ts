import type { RentalState } from '../../stores/rentals';
import type { Endpoint } from '../endpoint';
import { LOCATION_CODES } from './codes';
import { findRental } from './find';

/** Only the sentence of a file that was downloaded is documented. */
const SENTENCES: Readonly<Record<RentalState, string>> = {
	requested: 'Rental requested',
	building: 'File is being built',
	ready: 'File is ready',
	lost: 'File is ready',
	failed: 'Rental failed',
	downloaded: 'File downloaded by user from api',
};
const SEXES = { m: 'mixte', h: 'homme', f: 'femme' } as const;

/** Where a rental stands, as a sentence (docs: rental status). */
export const rentalStatus: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/location/status',
	keyIn: 'query',
	codes: LOCATION_CODES,
	answer({ fields }, platform) {
		const { token, state, target, zones, cost, phoneNumbers } = findRental(fields, platform);
		const built = state === 'ready' || state === 'downloaded';
		return {
			success: true,
			token,
			status: SENTENCES[state],
			location: {
				sexe: SEXES[target.sexe],
				minAge: target.minAge,
				maxAge: target.maxAge,
				zipcode: target.zipcode,
				interest: target.interest,
				category: target.category,
				details_localisation: zones.map(({ type, place, wanted, available }) => ({
					Type: type.toLowerCase(),
					Location: place,
					VolumeDesired: String(wanted),
					Volume: String(available),
				})),
				cost: {
					quantity: phoneNumbers.length,
					total: cost.toFixed(3),
					cost_unity: (cost / phoneNumbers.length).toFixed(3),
				},
			},
			file: { phoneNumbers: String(built ? phoneNumbers.length : 0) },
		};
	},
};
