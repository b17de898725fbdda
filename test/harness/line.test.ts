import { currentLine } from './line';

describe('currentLine', () => {
	const before = process.env['E2E_LINE'];
	afterEach(() => {
		if (before === undefined) delete process.env['E2E_LINE'];
		else process.env['E2E_LINE'] = before;
	});

	it('is n8n 2.x unless the environment names another', () => {
		delete process.env['E2E_LINE'];
		expect(currentLine()).toBe('2.x');
		process.env['E2E_LINE'] = 'queue';
		expect(currentLine()).toBe('queue');
	});

	it.each(['', '3.x', 'toString'])('refuses a name it does not know: "%s"', (name) => {
		process.env['E2E_LINE'] = name;
		expect(currentLine).toThrow('2.x, 1.x, queue');
	});
});
