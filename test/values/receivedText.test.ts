import { checkReceived, objectIn, requireReceived } from '../../nodes/SmsPartner/values/receivedText';

const fixed = { fieldLabel: 'Text', isFixed: true };
const evaluated = { fieldLabel: 'Text', isFixed: false };

describe('checkReceived', () => {
	it.each(['Hello', 'Offer {50 %}', '[object]', '', 5, null, undefined, { a: '{b}' }])('leaves %j as it is', (text) => {
		expect(checkReceived(text, fixed)).toEqual({ ok: true, value: text });
		expect(checkReceived(text, evaluated)).toEqual({ ok: true, value: text });
	});

	it.each(['Hello {First Name}', 'Hello {{ $json.firstName }}', 'Lines: [object Object],[object Object]', '[object Promise]', '{\u200b{ $json.name }}', '[ob\u00adject Object]'])('refuses a fixed %j for all', (text) => {
		expect(checkReceived(text, fixed)).toMatchObject({ ok: false, concernsAll: true, message: expect.stringMatching(/^Text would be sent with the literal text [{[]/) });
	});

	it('says how to fill in a value, and how to send braces', () => {
		const { description } = { description: '', ...checkReceived('{name}', fixed) };
		expect(description).toMatch(/^Switch Text from Fixed to Expression for \{\{ \$json\.fieldName \}\}\. .*parentheses/);
		const other = { description: '', ...checkReceived('{name}', { ...fixed, otherWay: 'Write it otherwise, or' }) };
		expect(other.description).toMatch(/^Write it otherwise, or switch Text /);
	});

	it('takes braces from an expression, but no expression from one, and no object', () => {
		expect(checkReceived('Hello {name} {{name}}', evaluated)).toMatchObject({ ok: true });
		for (const text of ['Hello {{ $json.firstName }}', 'Hello {\u200b{ $json.firstName }\ufeff}', 'Lines: [object Object]']) {
			const refusal = checkReceived(text, evaluated);
			expect(refusal).toMatchObject({ ok: false, message: expect.stringMatching(/^Text would be sent with/), description: expect.stringContaining('{{ $json.') });
			expect(refusal).not.toHaveProperty('concernsAll');
		}
	});
});

describe('what is written beside the expressions of a text', () => {
	it.each(['Hello {First Name}, {}', '{} {{name}}', 'Hello {} and {Prénom', '{\u200bname} {}'])('is refused for all in %j', (beside) => {
		const refusal = checkReceived('Hello', { ...evaluated, beside });
		expect(refusal).toMatchObject({ ok: false, concernsAll: true, message: expect.stringMatching(/^Text would be sent with the literal text \{/), description: expect.stringContaining('{{ $json.fieldName }}') });
	});

	it.each(['Hello {}', '{ {} }', '{Hello {}}', '{50 %} {}'])('is sent in %j', (beside) => {
		expect(checkReceived('Hello', { ...evaluated, beside })).toEqual({ ok: true, value: 'Hello' });
	});
});

describe('what is found nowhere', () => {
	const NOTHING = ['Total undefined', 'Total NaN', 'RDV le Invalid DateTime', 'Bonjour #N/A!', '#REF!', '#DIV/0!', '#VALEUR!'];

	it.each(NOTHING)('is not sent where an expression gives it: %s', (text) => {
		expect(checkReceived(text, evaluated)).toMatchObject({ ok: false, message: expect.stringContaining('would be sent with the literal text') });
	});

	it.each(NOTHING)('is sent where it was written: %s', (text) => {
		expect(checkReceived(text, fixed)).toEqual({ ok: true, value: text });
		expect(checkReceived(text, { ...evaluated, beside: text })).toEqual({ ok: true, value: text });
	});

	it.each(['undefinedly', 'Nan', '#NOMADE', 'Invalid', 'N/A', 'refused', '#1 REF'])('is not in %s', (text) => {
		expect(checkReceived(text, evaluated)).toEqual({ ok: true, value: text });
	});
});

describe('requireReceived', () => {
	it.each([
		[' Hello ', { ok: true, value: 'Hello' }],
		['', { ok: false, message: 'Text is empty', description: 'Fill it in.' }],
		['{name}', { ok: false, concernsAll: true }],
	])('of %j', (input, checked) => {
		expect(requireReceived(input, 'Fill it in.', fixed)).toMatchObject(checked);
	});
});

describe('objectIn', () => {
	it('names the object, and how to write a list', () => {
		expect(objectIn('a [object Object] b', 'Text')).toMatchObject({ message: 'Text would be sent with the literal text [object Object]', description: expect.stringContaining('.map(line => line.name)') });
		expect(objectIn('[object of desire]', 'Text')).toBeUndefined();
	});
});
