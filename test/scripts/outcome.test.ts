import { checkOutcome, jestOutcome, sum } from '../../scripts/outcome';

const assertion = (fullName: string, status = 'passed', ...failureMessages: string[]) => ({ fullName, status, failureMessages });
const file = (...assertionResults: Array<ReturnType<typeof assertion>>) => ({ name: 'a.test.ts', message: '', assertionResults });

describe('jestOutcome', () => {
	it('counts what passed', () => {
		const results = { testResults: [file(assertion('one'), assertion('two')), file(assertion('three'))] };
		expect(jestOutcome('unit', 0, results)).toEqual({ passed: 3, failed: 0, failures: [] });
	});

	it('names each failed test with its file and reason', () => {
		const results = { testResults: [file(assertion('one'), assertion('two', 'failed', 'expected 1'))] };
		expect(jestOutcome('unit', 1, results)).toEqual({ passed: 1, failed: 1, failures: ['a.test.ts: two\nexpected 1'] });
	});

	it.each(['pending', 'todo', 'skipped', 'disabled'])('takes a test that is %s as failed', (status) => {
		const { passed, failed, failures } = jestOutcome('unit', 0, { testResults: [file(assertion('one', status))] });
		expect([passed, failed]).toEqual([0, 1]);
		expect(failures.join()).toContain(`was not run (${status})`);
	});

	it('takes a file that cannot be loaded as failed', () => {
		const results = { testResults: [{ name: 'b.test.ts', message: 'Cannot find module', assertionResults: [] }] };
		expect(jestOutcome('unit', 1, results)).toEqual({ passed: 0, failed: 1, failures: ['b.test.ts: Cannot find module'] });
	});

	it('takes a part without tests as failed', () => {
		expect(jestOutcome('e2e', 0, { testResults: [] })).toMatchObject({ passed: 0, failed: 1 });
	});

	it('takes a jest without results as failed', () => {
		expect(jestOutcome('e2e', null, undefined)).toEqual({
			passed: 0,
			failed: 1,
			failures: ['e2e: jest gave no results, ended by a signal'],
		});
	});

	it('does not overlook a jest that fails although every test passed', () => {
		const { passed, failed } = jestOutcome('e2e', 1, { testResults: [file(assertion('one'))] });
		expect([passed, failed]).toEqual([1, 1]);
	});
});

describe('checkOutcome', () => {
	it('is one check, passed by exit code 0 only', () => {
		expect(checkOutcome('lint', 0)).toEqual({ passed: 1, failed: 0, failures: [] });
		expect(checkOutcome('lint', 2)).toEqual({ passed: 0, failed: 1, failures: ['lint: ended with exit code 2'] });
		expect(checkOutcome('lint', null)).toMatchObject({ failed: 1 });
	});
});

describe('sum', () => {
	it('adds up and keeps every failure', () => {
		const total = sum([checkOutcome('lint', 1), checkOutcome('types', 0), checkOutcome('more', 1)]);
		expect(total).toMatchObject({ passed: 1, failed: 2 });
		expect(total.failures).toHaveLength(2);
	});
});
