import fc from 'fast-check';

import { expressionInTemplate, literalExpression, literalPlaceholder, singleInTemplate } from '../../nodes/SmsPartner/values/literalPlaceholders';

/** Expressions as the editor of n8n writes them, and as people do. */
const EXPRESSIONS = [
	'{{ $json.firstName }}',
	'{{$json.firstName}}',
	'{{\n$json["First Name"]\n}}',
	"{{ $('Edit Fields').item.json.name }}",
	'{{ $now }}',
	'{{ $now.toFormat("dd/MM") }}',
	'{{ $if($json.a, 1, 2) }}',
	'{{ $input.first().json.a }}',
	'{{ "Mme " + $json.name }}',
	"{{ $json.lines.map(line => { return line.name }).join(', ') }}",
	'{{ $json.lines.map(line => ({ n: line.name })) }}',
	'{{ [1].map(() => { return $json.a }) }}',
	'{{ DateTime.now() }}',
	'{{ Math.round(3.2) }}',
	'{{ new Date() }}',
	'{{ firstName.toUpperCase() }}',
	'{{ customer["name"] }}',
	// Not closed, or by one brace only: no expression for n8n, and one for whoever wrote it.
	'{{ $json.firstName }',
	'{{ $json.firstName',
];

describe('literalExpression', () => {
	it.each([...EXPRESSIONS, '{ $json.firstName }', "{ $('Edit Fields').item.json.name }"])('finds %j', (expression) => {
		for (const text of [expression, `Bonjour ${expression}`, `Bonjour ${expression}, {code}`, `{{ }} ${expression}`]) {
			expect([text, literalExpression(text)]).toEqual([text, expect.stringMatching(/^\{/)]);
		}
	});

	it.each(['Hello {firstName}', 'Hello {{firstName}}', '{{ 50 % }}', '{{ 5 $US }}', '{$5}', '{$name}', '{{ US$ }}', '{"a": {"b": "c.d(e)"}}', ':-{{ :-}}', 'a }} $json.b {{', '$json.name', '}}{{'])('takes %j for what is meant', (text) => {
		expect(literalExpression(text)).toBeUndefined();
	});

	it('shows it, and no whole document', () => {
		expect(literalExpression('A {{ $json.b }} c')).toBe('{{ $json.b }}');
		expect(literalExpression('A { $json.b } c')).toBe('{ $json.b }');
		expect(literalExpression(`A {{ ${'b'.repeat(1_000)}.c() }} d`)).toHaveLength(61);
	});
});

describe('literalPlaceholder', () => {
	it.each([
		...['{prenom}', '{Prénom}', '{Pre\u0301nom}', '{First Name}', '{N°}', '{NOM DU CLIENT}', '{Prix €}', '{e-mail}', '{№}', '{имя}', '{名前}', '{ชื่อ}', '{नाम}', '{الاسم}'],
		...['{ a }', '{a_1}', '{_}', '{client.Tél. mobile}', '{1er}', '{"name"}', '{name|fallback}', '{\u200bname}', '{a\nb}'],
		...['{{firstName}}', '{{ First Name }}', '{{1}}', '{{{name}}}', '{{{{name}}}}', '{{name}', '{name}}', '{{"a": 1}}', ...EXPRESSIONS],
	])('finds %j, alone and beside others', (placeholder) => {
		for (const text of [placeholder, `Bonjour ${placeholder} !`, `{ } {5} ${placeholder}`, `\${${placeholder}`]) {
			expect([text, literalPlaceholder(text)]).toEqual([text, expect.stringMatching(/^\{/)]);
		}
	});

	it.each(['Offer {50 %}', 'Bye :-}', '{5}', '{}', '{ }', '{{}}', '{{ :-) }}', '{"a": 1}', '{"a": {"b": [1, {"c": "d"}]}}', '}name{', ':-{ Bye', 'name}', '{5', '{€}', ''])('takes %j for what is meant', (text) => {
		expect(literalPlaceholder(text)).toBeUndefined();
	});

	it.each(['{name', '{{name', '{{ name, how are you?', 'Hello {Pre\u0301nom !'])('finds %j, which is never closed', (text) => {
		expect(literalPlaceholder(text)).toMatch(/^\{+ ?[\p{L}\p{M}]+$/u);
	});

	it('leaves no letter between two braces that it accepts, but in JSON', () => {
		const piece = fc.oneof(fc.constantFrom('{', '}', '{{', '}}', '$', '"', ':', ' ', 'é', 'e\u0301', 'ش', '5'), fc.string({ unit: 'grapheme', maxLength: 3 }));
		const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(text, (written) => {
				fc.pre(literalPlaceholder(written) === undefined);
				expect(written.replace(/\{\s*"[^"]*"\s*:[^{}]*\}/g, '')).not.toMatch(/\{[^{}]*\p{L}[^{}]*\}/u);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('expressionInTemplate', () => {
	it.each(EXPRESSIONS)('finds %j, also beside a placeholder', (expression) => {
		for (const source of [expression, `Bonjour ${expression}, code {code}`, `{code} ${expression}`, `{{{{ a }}}} ${expression}`]) {
			expect([source, expressionInTemplate(source)]).toEqual([source, expect.stringMatching(/^\{\{/)]);
		}
	});

	it.each(['{ $json.firstName }', '{$json["First Name"]}', '{{{ $json.firstName }}}'])('finds %j, which would be a placeholder of no field', (source) => {
		expect(expressionInTemplate(source)).toBe(source.replace('}}}', '}}'));
	});

	it.each(['{name} {{literal}}', '{{{{ $json.a }}}}', '{{{name}}}', '{$oid}', '{{ 50 % }}', '{{ {name} wins 5 $US }}', 'no brace: $json.a'])('leaves %j to the template', (source) => {
		expect(expressionInTemplate(source)).toBeUndefined();
	});
});

describe('singleInTemplate', () => {
	it.each([
		['{{a}} {b} {{{c}}} {{{{d}}}} {{{{{e}}}}} {{{{{{f}}}}}}', ['a']],
		['{{a}', ['a']],
		['{{a}}}', ['a']],
		['{{{{a}', ['a']],
		['{{{{a}}', ['a']],
		['{{{{a}}}', []],
		['{{a {{b}} c}}', ['b']],
		['{{a', ['a']],
		['{{ Prénom, code {code}', []],
		['{{ Prénom, code', ['Prénom']],
		['{{a|b}} {{ c | upper }}', ['a', ' c ']],
		['{{ 50 % }} {{}}', [' 50 % ', '']],
	])('gives what %j sends in single braces: %j', (source, names) => {
		expect(singleInTemplate(source)).toEqual(names);
	});
});
