import { compileTemplate, readField } from '../../nodes/SmsPartner/sending/template';

function fill(source: string, fields: Record<string, unknown>) {
	const template = compileTemplate(source);
	return template.ok ? template.value(fields) : template;
}

describe('compileTemplate', () => {
	it.each([
		['Hello {name}', { name: 'Anna' }, 'Hello Anna'],
		['{ name }!', { name: 'Anna' }, 'Anna!'],
		['{customer.first}', { customer: { first: 'Anna' } }, 'Anna'],
		['{customer.first}', { 'customer.first': 'exact name wins', customer: { first: 'nested' } }, 'exact name wins'],
		['{orders.0.id}', { orders: [{ id: 7 }] }, '7'],
		['{First name} {count} {paid}', { 'First name': 'A', count: 0, paid: false }, 'A 0 false'],
		['{{literal}} {name}', { name: 'Anna' }, '{literal} Anna'],
		['a {{ b }} c', {}, 'a { b } c'],
		['{{{name}}}', { name: 'Anna' }, '{Anna}'],
		['a lone } stays', {}, 'a lone } stays'],
		['no placeholder', {}, 'no placeholder'],
		['{a}{a}', { a: '{b}', b: 'never filled in twice' }, '{b}{b}'],
	])('fills %j from %j', (source, fields, text) => {
		expect(fill(source, fields)).toEqual({ ok: true, value: text });
	});

	it.each([
		['missing', {}],
		['empty', { name: '' }],
		['blank', { name: '  ' }],
		['null', { name: null }],
		['an object', { name: { first: 'Anna' } }],
		['inherited', Object.create({ name: 'Anna' })],
	])('never sends a text with a hole: the field is %s', (_case, fields) => {
		expect(fill('Hello {name}', fields)).toMatchObject({ ok: false, message: expect.stringContaining('"name"') });
	});

	it('reads nothing from prototypes', () => {
		expect(fill('{constructor.name}', {})).toMatchObject({ ok: false });
	});

	it.each(['Hello {name', 'Hello {}', 'Hello { }'])('refuses broken braces in %j', (source) => {
		expect(compileTemplate(source)).toMatchObject({ ok: false, message: expect.stringContaining('Message') });
	});

	it('refuses double braces around a field when nothing else is filled in: an n8n habit', () => {
		expect(fill('Hello {{name}}', { name: 'Anna' })).toMatchObject({ ok: false, description: expect.stringContaining('{name}') });
	});
});

describe('readField', () => {
	it('is undefined where the path ends early', () => {
		expect(readField({ a: 'text' }, 'a.b.c')).toBeUndefined();
	});
});
