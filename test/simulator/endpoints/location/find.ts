import { Refusal } from '../../refusal';
import { text, type Fields } from '../../rules/values';
import type { Platform } from '../../state';
import type { Rental } from '../../stores/rentals';

/** The rental that a request names by its token. */
export function findRental(fields: Fields, platform: Platform): Rental {
	const token = text(fields.token);
	if (token === undefined) throw new Refusal(31);
	const rental = platform.rentals.get(token);
	if (rental === undefined) throw new Refusal(32);
	return rental;
}
