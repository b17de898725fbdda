import type { INodeProperties } from 'n8n-workflow';

const custom = (number: number): INodeProperties => ({
	displayName: `Custom ${number}`,
	name: `custom${number}`,
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	description: 'Any text of your own, which messages sent from the dashboard can use',
});

/** What a contact has besides its number, for a collection. */
export const detailFields: INodeProperties[] = [
	{
		displayName: 'Birth Date',
		name: 'birthDate',
		type: 'dateTime',
		default: '',
		description: 'Day of birth, which the birthday messages of the platform go by. The time of day is ignored.',
	},
	...[1, 2, 3, 4].map(custom),
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Marie',
		description: 'Up to 32 characters',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bertrand',
		description: 'Up to 32 characters',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com/offer',
		description: 'A web address that goes with the contact; it begins with http:// or https://',
	},
];
