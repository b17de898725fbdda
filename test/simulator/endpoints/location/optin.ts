import { Refusal } from '../../refusal';
import { roundEuros } from '../../rules/numbers';
import { readRentalTarget } from '../../rules/rentalTarget';
import { readVolumes } from '../../rules/rentalVolumes';
import { text } from '../../rules/values';
import type { RentalZone } from '../../stores/rentals';
import type { Endpoint } from '../endpoint';
import { LOCATION_CODES } from './codes';

/** Euros for one contact. */
const PRICE = 0.09;
const OPERATIONS = ['calcul', 'price', 'rent'] as const;

/** Counts contacts, prices them or rents them; the French page capitalises the operations (docs: contact rental). */
export const optin: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/location/optin',
	keyIn: 'body',
	codes: LOCATION_CODES,
	answer({ fields }, platform) {
		const op = readOperation(fields.op);
		const { target, parameters } = readRentalTarget(fields.parameters);
		const url = text(fields.urlNotification);
		if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) throw new Refusal(5);
		// Counting looks at the places alone.
		const { zones, quantity } = readVolumes(parameters, op === 'calcul' ? undefined : fields.volumes, platform);
		const total = roundEuros(quantity * PRICE);
		const answer = {
			success: true,
			op,
			datas: [...zones.map(zoneRow), { Type: 'total', Localite: 'total', Volume: quantity }],
			cost: { quantity, total, cost_unity: PRICE },
		};
		if (op !== 'rent') return answer;
		platform.charge(total);
		// Where the token is in the answer to a rental is not printed.
		return { ...answer, token: platform.rentals.rent(quantity, { target, zones, cost: total }).token };
	},
};

function readOperation(value: unknown): (typeof OPERATIONS)[number] {
	const written = text(value)?.toLowerCase();
	if (written === undefined) throw new Refusal(4);
	const op = OPERATIONS.find((known) => known === written);
	if (op === undefined) throw new Refusal(6);
	return op;
}

function zoneRow({ type, place, wanted }: RentalZone): object {
	return { Type: type, Localite: place, Volume: wanted };
}
