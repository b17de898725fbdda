import { opaqueToken } from '../rules/tokens';

/** `lost`: ready, but the file is not there. */
export type RentalState = 'requested' | 'building' | 'ready' | 'failed' | 'downloaded' | 'lost';

/** A zip code or department, and how many contacts are wanted of it and live there. */
export interface RentalZone {
	readonly type: 'CP' | 'DEP';
	readonly place: string;
	readonly wanted: number;
	readonly available: number;
}

/** Who is targeted. */
export interface RentalTarget {
	readonly sexe: 'm' | 'h' | 'f';
	readonly minAge: number;
	readonly maxAge: number;
	/** As they were sent. */
	readonly zipcode: string;
	readonly interest: string;
	readonly category: number | null;
}

/** Contacts that were rented. */
export interface Rental {
	readonly token: string;
	readonly state: RentalState;
	readonly target: RentalTarget;
	/** Empty for the whole country. */
	readonly zones: readonly RentalZone[];
	/** Euros */
	readonly cost: number;
	/** E.164 */
	readonly phoneNumbers: readonly string[];
}

/** Contacts that live in each place, unless a test says otherwise, and in the whole country. */
const IN_A_PLACE = 266;
const IN_THE_COUNTRY = 25_000;

/** What was rented, and who could be. */
export class Rentals {
	private readonly byToken = new Map<string, Rental>();
	private readonly volumes = new Map<string, number>();
	private nextNumber = 10_000_000;

	/** In a zip code or department; in the whole country without one. */
	available(place?: string): number {
		return place === undefined ? IN_THE_COUNTRY : (this.volumes.get(place) ?? IN_A_PLACE);
	}

	setAvailable(place: string, volume: number): void {
		this.volumes.set(place, volume);
	}

	/** Rents so many numbers, none of which was rented before; their file is ready at once. */
	rent(quantity: number, rented: Pick<Rental, 'target' | 'zones' | 'cost'>): Rental {
		const phoneNumbers = Array.from({ length: quantity }, () => `+337${String(this.nextNumber++)}`);
		return this.keep({ token: opaqueToken(), state: 'ready', phoneNumbers, ...rented });
	}

	all(): Rental[] {
		return [...this.byToken.values()];
	}

	get(token: string): Rental | undefined {
		return this.byToken.get(token);
	}

	/** Fails if there is no such rental. */
	setState(token: string, state: RentalState): void {
		const rental = this.byToken.get(token);
		if (rental === undefined) throw new Error(`There is no rental ${token}`);
		this.keep({ ...rental, state });
	}

	clear(): void {
		this.byToken.clear();
		this.volumes.clear();
	}

	private keep(rental: Rental): Rental {
		this.byToken.set(rental.token, rental);
		return rental;
	}
}
