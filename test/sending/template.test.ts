import fc from 'fast-check';

import { compileTemplate } from '../../nodes/SmsPartner/sending/template';
import { nameFinder } from '../../nodes/SmsPartner/values/fieldNames';

function compile(source: string, ...items: Array<Record<string, unknown>>) {
	return compileTemplate(source, nameFinder(items));
}

function fill(source: string, fields: Record<string, unknown>) {
	const template = compile(source, fields);
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
		['{{not a field}} {name}', { name: 'Anna' }, '{not a field} Anna'],
		['a {{ 50 % }} c', {}, 'a { 50 % } c'],
		['{{{{name}}}} {{{{ $json.name }}}}', { name: 'Anna' }, '{{name}} {{ $json.name }}'],
		['{Prénom} {prenom}', { '\ufeffPre\u0301nom': 'Anna', prenom: 'Bea' }, 'Anna Bea'],
		['{\u00a0N°\u00a0}', { 'N° ': 5 }, '5'],
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
		['invisible', { name: '\u200b\ufeff' }],
		['null', { name: null }],
		['an object', { name: { first: 'Anna' } }],
		['a list', { name: ['Anna'] }],
		['a date', { name: new Date(0) }],
		['one of two', { 'name ': 'Anna', '\ufeffname': 'Bea' }],
		['inherited', Object.create({ name: 'Anna' })],
	])('never sends a text with a hole: the field is %s', (_case, fields) => {
		expect(fill('Hello {name}', fields)).toMatchObject({ ok: false, message: expect.stringContaining('"name"') });
	});

	it('reads nothing from prototypes', () => {
		expect(fill('{constructor.name}', {})).toMatchObject({ ok: false });
	});

	it.each(['Hello {name', 'Hello {}', 'Hello { }'])('refuses broken braces in %j', (source) => {
		expect(compile(source)).toMatchObject({ ok: false, message: expect.stringContaining('Message') });
	});

	it.each(['{name} {\u200b{ $json.x }}', '{name} {\u00ad{name}\u00ad}'])('refuses %j, of which invisible characters go before it is sent', (source) => {
		expect(compile(source, { name: 'Anna' })).toMatchObject({ ok: false, message: expect.stringContaining('literal text {') });
	});

	it.each(['#N/A', 'NaN', 'undefined', 'le Invalid DateTime'])('sends no %s of a field', (text) => {
		expect(fill('Hello {text}', { text })).toMatchObject({ ok: false, message: expect.stringContaining('from the field "text"') });
		expect(fill(`${text} {name}`, { name: 'Anna' })).toEqual({ ok: true, value: `${text} Anna` });
	});

	it('sends no expression that stands in a field', () => {
		expect(fill('{text}', { text: 'Hello {{ $json.name }}' })).toMatchObject({ ok: false, message: expect.stringContaining('from the field "text"') });
		expect(fill('{text}', { text: '{name} {{name}} {"a": 1}' })).toEqual({ ok: true, value: '{name} {{name}} {"a": 1}' });
	});

	it('lists the fields that the item has when one is missing', () => {
		expect(fill('Hello {name}', { phone: '1', nom: 'Anna' })).toMatchObject({ ok: false, description: expect.stringContaining('This item has the fields phone, nom.') });
	});

	it.each(['Hello {name}', 'Hello {name', 'Hello'])('sends no object that a field or the text of %j has become', (source) => {
		expect(fill(`${source} [object Object]`, { name: 'Anna' })).toMatchObject({ ok: false });
		expect(fill('Hello {name}', { name: 'lines: [object Object]' })).toMatchObject({ ok: false, message: expect.stringContaining('[object Object]') });
	});

	it.each([
		...['Hello {{name}}', 'Hello {{ name }}, {code}', 'Hello {{Prénom}}', 'Hello {{имя.ещё}}', 'Hello {{नाम}}', 'Hello {{1}}', '{{\u200bname}}', '{{name}', '{{{{name}'],
		...['Hello {{ $json.firstName }}', 'Hello {{ $json.firstName }}, code {code}', '{code} {{ $json.lines.map(l => { return l.n }) }}', 'Hello {{ $json.firstName'],
		...['{{First Name}}', '{{ FIRST\u00a0NAME }}', '{{n°}}', '{{prix (€)}}', '{{order.Total TTC}}'],
	])('refuses %j before it looks at an item', (source) => {
		const items = [{ code: 1 }, { 'First Name': 'Anna', '\ufeffN°': 1, 'Prix (€)': 2, order: { 'total ttc': 3 } }];
		expect(compile(source, ...items)).toMatchObject({ ok: false, message: expect.stringMatching(/^Message would be sent with the literal text \{/), description: expect.stringContaining('single braces') });
	});

	it('asks for the names of fields only where there are double braces', () => {
		const isFieldName = jest.fn(() => false);
		compileTemplate('Hello {name}, {{50 %}}', isFieldName);
		expect(isFieldName.mock.calls).toEqual([['50 %']]);
	});

	const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((written) => written.replace(/[{}]/g, ''));
	const name = text.filter((written) => written.trim() !== '');

	it('fills in a field of any name', () => {
		fc.assert(
			fc.property(name, text, text, (field, before, after) => {
				expect(fill(`${before}{${field}}${after}`, { [field]: 'Anna' })).toEqual({ ok: true, value: `${before}Anna${after}` });
			}),
			{ numRuns: 300 },
		);
	});

	it('sends what stands in four braces in two, whatever it is', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.constantFrom('name', ' $json.name ', 'DateTime.now()')), (written) => {
				expect(fill(`{{{{${written}}}}}`, { name: 'Anna' })).toEqual({ ok: true, value: `{{${written}}}` });
			}),
			{ numRuns: 300 },
		);
	});

	it('sends nothing in single braces that is a name', () => {
		const fields = { name: 'Anna', 'Nom du client': 'Bea', 'N°': '5' };
		const piece = fc.constantFrom('{', '{{', '{{{', '{{{{', '}', '}}', '}}}', '}}}}', 'name', 'Nom du client', 'n°', 'other_name', ' ', '50 %', ', ');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
				const filled = fill(pieces.join(''), fields);
				fc.pre(filled.ok);
				if (!filled.ok) return;
				for (const [, inner] of filled.value.matchAll(/(?<!\{)\{([^{}]+)\}(?!\})/g)) expect(String(inner).trim()).not.toMatch(/^(?:name|other_name|nom du client|n°)$/i);
			}),
			{ numRuns: 1_000 },
		);
	});
});
