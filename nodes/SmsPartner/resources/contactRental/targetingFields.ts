import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../fields/optionsField';

/** Whom to rent; shared by the estimate and the rental. */
export const targetingFields: INodeProperties[] = [
	{
		displayName: 'Gender',
		name: 'gender',
		type: 'options',
		options: [
			{ name: 'Everyone', value: 'everyone' },
			{ name: 'Men', value: 'men' },
			{ name: 'Women', value: 'women' },
		],
		default: 'everyone',
		description: 'Gender of the contacts',
	},
	{
		displayName: 'Minimum Age',
		name: 'minAge',
		type: 'number',
		typeOptions: { minValue: 18, maxValue: 98 },
		default: 18,
		required: true,
		description: 'Lowest age of the contacts, 18 or more',
	},
	{
		displayName: 'Maximum Age',
		name: 'maxAge',
		type: 'number',
		typeOptions: { minValue: 18, maxValue: 98 },
		default: 98,
		required: true,
		description: 'Highest age of the contacts, 98 or less',
	},
	{
		displayName: 'Interest ID',
		name: 'interest',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 14',
		description: 'Number of the main category of interest, from the list of categories in the documentation of SMS Partner (14 is home)',
	},
];

/** Where the contacts live; how many of them are wanted there is required only to rent. */
export function areasField(volumeDescription: string): INodeProperties {
	return {
		displayName: 'Areas',
		name: 'areas',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add area',
		default: {},
		description: 'ZIP codes and departments in which the contacts live',
		options: [
			{
				displayName: 'Area',
				name: 'area',
				values: [
					{
						displayName: 'ZIP Code or Department',
						name: 'area',
						type: 'string',
						default: '',
						placeholder: 'e.g. 60200',
						description: 'A ZIP code of five digits, or the number of a department such as 60 or 2A',
					},
					{
						displayName: 'Volume',
						name: 'volume',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 0,
						description: volumeDescription,
					},
				],
			},
		],
	};
}

const targetingOptions: INodeProperties[] = [
	{
		displayName: 'Social Category',
		name: 'socialCategory',
		type: 'options',
		options: [
			{ name: 'CSP- (Lower)', value: 'lower' },
			{ name: 'CSP+ (Higher)', value: 'higher' },
		],
		default: 'higher',
		description: 'Social and occupational category of the contacts',
	},
	{
		displayName: 'Sub-Interest ID',
		name: 'subInterest',
		type: 'string',
		default: '',
		placeholder: 'e.g. 35',
		description: 'Number of a category within the interest (35 is cooking, within home)',
	},
];

export const targetingOptionsField: INodeProperties = optionsField(targetingOptions);
