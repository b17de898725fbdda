import type { INodeProperties } from 'n8n-workflow';

import type { Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';

export const rentalIdField: INodeProperties = {
	displayName: 'Rental ID',
	name: 'rentalId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 5c0f1a7e9b3d',
	description: 'The rentalId that Rent returned',
};

export function checkRentalId(input: unknown): Checked<string> {
	return checkOpaqueId(input, 'Rental ID', 'Fill in the rentalId that Rent returned.');
}
