import { departureLine, line, quote } from '../../scripts/demo/lines';
import { departuresOf } from '../../scripts/demo/watch';

const departure = (json: Record<string, unknown>, branch = 'Reply') => departureLine({ branch, json });

describe('departureLine', () => {
	it('says who replied what, and by which branch it left', () => {
		const text = departure({ event: 'reply', phoneNumber: '+33612345678', text: 'Yes\nplease', parts: 1, complete: true });
		expect(text).toBe('  replied         +33612345678  "Yes please"  -> Reply');
	});

	it('numbers the parts of a long reply', () => {
		const text = departure({ event: 'reply', phoneNumber: '+33612345678', text: 'a', part: 1, parts: 2, complete: false });
		expect(text).toContain('"a" (part 1 of 2)  -> Reply');
	});

	it.each([
		['delivered', 'delivered'],
		['notDelivered', 'not delivered'],
		['waiting', 'waiting'],
	])('shows a delivery report of status %s as "%s"', (status, shown) => {
		const text = departure({ event: 'deliveryReport', phoneNumber: '+33612345678', status }, 'Delivery');
		expect(text).toMatch(new RegExp(`^  ${shown} +\\+33612345678 +-> Delivery$`));
	});

	it('shows STOP, voice status, number check and what is not recognised', () => {
		expect(departure({ event: 'stop', phoneNumber: '+1', text: 'STOP' }, 'STOP')).toMatch(/^ {2}STOP +\+1 +"STOP" {2}-> STOP$/);
		expect(departure({ event: 'voiceStatus', status: 'delivered', answered: false })).toContain('delivered, not answered');
		expect(departure({ event: 'numberCheck', phoneNumber: '+1' })).toContain('number check');
		expect(departure({ event: 'unrecognised', raw: { a: 1 } })).toContain('"{"a":1}"');
	});
});

describe('quote', () => {
	it('shortens a long text and puts it on one line', () => {
		expect(quote('one:br:two\nthree')).toBe('"one two three"');
		expect(quote('x'.repeat(50))).toBe(`"${'x'.repeat(50)}"`);
		expect(quote('x'.repeat(51))).toBe(`"${'x'.repeat(50)}..."`);
	});
});

describe('line', () => {
	it('aligns its columns and ends without spaces', () => {
		expect(line('accepted', '+33612345678', 'x')).toBe('  accepted        +33612345678  x');
		expect(line('accepted')).toBe('  accepted');
	});
});

describe('departuresOf', () => {
	it('finds the items that a branch has marked', () => {
		const item = (json: Record<string, unknown>) => ({ outputs: [[{ json }]], hints: [] });
		const nodes = { Trigger: item({ event: 'reply' }), Reply: item({ event: 'reply', branch: 'Reply' }) };
		const execution = { id: '1', status: 'success', mode: 'webhook', stored: '', nodes };
		expect(departuresOf({ ...execution, nodes: JSON.parse(JSON.stringify(nodes)) })).toEqual([
			{ branch: 'Reply', json: { event: 'reply', branch: 'Reply' } },
		]);
	});
});
