import type { INodeProperties } from 'n8n-workflow';

import { optionsField, withOption } from '../../nodes/SmsPartner/fields/optionsField';

const option = (displayName: string): INodeProperties => ({ displayName, name: displayName.toLowerCase(), type: 'string', default: '' });
const namesOf = (field: INodeProperties | undefined) => field?.options?.map(({ name }) => name);

describe('optionsField', () => {
	it('lists the options in the order of their names', () => {
		expect(namesOf(optionsField([option('Tag'), option('Batch'), option('Sender')]))).toEqual(['batch', 'sender', 'tag']);
	});
});

describe('withOption', () => {
	it('adds an option where it belongs, and leaves the field as it was', () => {
		const field = optionsField([option('Alpha'), option('Zulu')]);
		expect(withOption([option('To'), field], option('Mike')).map(namesOf)).toEqual([undefined, ['alpha', 'mike', 'zulu']]);
		expect(namesOf(field)).toEqual(['alpha', 'zulu']);
	});

	it('makes a collection for an operation without options', () => {
		const fields = withOption([option('To')], option('Mike'));
		expect(fields.map(({ name }) => name)).toEqual(['to', 'options']);
		expect(namesOf(fields[1])).toEqual(['mike']);
	});
});
