import type { Endpoint } from '../endpoint';
import { createSubaccount } from './create';
import { addCredit, removeCredit } from './credit';
import { listSubaccounts } from './list';
import { removeSubaccount } from './remove';

export const subaccount: readonly Endpoint[] = [
	createSubaccount,
	removeSubaccount,
	listSubaccounts,
	addCredit,
	removeCredit,
];
