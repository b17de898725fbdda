import type { Resource } from '../../running/operation';
import { download } from './download';
import { estimate } from './estimate';
import { get } from './get';
import { rent } from './rent';

export const contactRental: Resource = {
	option: { name: 'Contact Rental', value: 'contactRental' },
	operations: [download, estimate, get, rent],
	defaultOperation: 'estimate',
};
