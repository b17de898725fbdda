import { DateTime } from 'luxon';

import { fieldText } from '../../nodes/SmsPartner/values/fieldText';

describe('fieldText', () => {
	it.each([
		['Anna', 'Anna'],
		[' Anna ', ' Anna '],
		[0, '0'],
		[12n, '12'],
		[false, 'false'],
		['', undefined],
		['  ', undefined],
		['\u200b\u00ad \u2009\ufeff', undefined],
		['An\u00adna', 'An\u00adna'],
		[null, undefined],
		[undefined, undefined],
	])('of %p is %p', (value, text) => {
		expect(fieldText(value, 'name')).toEqual({ ok: true, value: text });
	});

	it.each<[unknown, string, string, string]>([
		[new Date(0), 'date', 'a date', "{{ DateTime.fromJSDate($json.date).toFormat('dd/MM/yyyy') }}"],
		[new Date(NaN), 'date', 'a date', 'toFormat'],
		[DateTime.fromMillis(0), 'date', 'a date', "{{ $json.date.toFormat('dd/MM/yyyy') }}"],
		[DateTime.fromMillis(0), 'order.Date de RDV', 'a date', `{{ $json.order["Date de RDV"].toFormat('dd/MM/yyyy') }}`],
		[['a', 'b'], 'tags', 'a list', "{{ $json.tags.join(', ') }}"],
		[[], 'tags', 'a list', 'join'],
		[[{ name: 'Coat' }], 'orders.0.lines', 'a list', "{{ $json.orders[0].lines.map(entry => entry.name).join(', ') }}"],
		[{ first: 'Anna' }, 'customer', 'an object', '{customer.first}'],
		[{}, 'customer', 'an object', 'Edit Fields (Set)'],
		[NaN, 'price', 'NaN', '{{ $json.price || 0 }}'],
	])('of %p in "%s" is refused as %s, and how to write it', (value, name, what, advice) => {
		expect(fieldText(value, name)).toEqual({ ok: false, message: `The field "${name}" of this item is ${what}, and not a text`, description: expect.stringContaining(advice) });
	});
});
