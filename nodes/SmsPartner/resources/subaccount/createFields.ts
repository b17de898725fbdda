import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../fields/optionsField';

export const createFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Advanced',
				value: 'advanced',
				description: 'Registers with an e-mail address and a mobile number, gets notifications and may buy credit',
			},
			{
				name: 'Simple',
				value: 'simple',
				description: 'Gets no notifications and cannot buy credit',
			},
		],
		default: 'simple',
		description: 'What the sub-account can do. It cannot be changed later.',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'name@email.com',
		description: 'The address with which the sub-account signs in',
		displayOptions: { show: { type: ['advanced'] } },
	},
	{
		displayName: 'Can Buy Credit',
		name: 'canBuyCredit',
		type: 'boolean',
		default: false,
		description: 'Whether the sub-account can buy credit itself',
		displayOptions: { show: { type: ['advanced'] } },
	},
	optionsField([
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'name@email.com',
			description: 'The address of the sub-account. The platform makes one up when it is left out.',
			displayOptions: { show: { '/type': ['simple'] } },
		},
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Camille',
			description: 'First name of the person who uses the sub-account',
		},
		{
			displayName: 'Initial Credit',
			name: 'initialCredit',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 10,
			description: 'Credit to move from your account to the new one, in euros. It must be above 0.',
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Martin',
			description: 'Last name of the person who uses the sub-account',
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mme',
			description: 'Form of address of the person who uses the sub-account',
		},
	]),
];
