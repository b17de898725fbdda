import type { Endpoint } from '../endpoint';
import { downloadRental } from './download';
import { optin } from './optin';
import { rentalStatus } from './status';

export const location: readonly Endpoint[] = [optin, rentalStatus, downloadRental];
