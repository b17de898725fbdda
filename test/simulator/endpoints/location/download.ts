import { Refusal } from '../../refusal';
import type { RentalState } from '../../stores/rentals';
import { FileAnswer, type Endpoint } from '../endpoint';
import { LOCATION_CODES } from './codes';
import { findRental } from './find';

const REFUSED: Readonly<Partial<Record<RentalState, number>>> = {
	lost: 33,
	downloaded: 34,
	requested: 35,
	building: 35,
	failed: 36,
};

/** The rented numbers, once; what the file looks like could not be read (docs: rental download). */
export const downloadRental: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/location/file/download',
	keyIn: 'query',
	codes: LOCATION_CODES,
	answer({ fields }, platform) {
		const rental = findRental(fields, platform);
		const refused = REFUSED[rental.state];
		if (refused !== undefined) throw new Refusal(refused);
		platform.rentals.setState(rental.token, 'downloaded');
		const { phoneNumbers } = rental;
		return platform.behaviour.rentalFile === 'json'
			? { success: true, phoneNumbers }
			: new FileAnswer('text/csv', phoneNumbers.map((number) => `${number}\n`).join(''));
	},
};
