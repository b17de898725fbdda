/** How one part of the test run went. */
export interface Outcome {
	passed: number;
	failed: number;
	/** One text per failure, beginning with the name of what failed. */
	failures: string[];
}

/** The part of jest's `--json` output that is read here. */
export interface JestResults {
	testResults: Array<{
		name: string;
		/** Why the file could not be run, if it could not. */
		message: string;
		assertionResults: Array<{ fullName: string; status: string; failureMessages: string[] }>;
	}>;
}

/** A check that is one thing: lint, types. */
export function checkOutcome(name: string, exitCode: number | null): Outcome {
	return exitCode === 0 ? passed(1) : failure(`${name}: ${describeExit(exitCode)}`);
}

/**
 * Counts jest's results. Nothing that did not run counts as passed: a skipped test, a file that could not be
 * loaded, a part without any test and a jest that gave no results are failures.
 */
export function jestOutcome(part: string, exitCode: number | null, results: JestResults | undefined): Outcome {
	if (results === undefined) return failure(`${part}: jest gave no results, ${describeExit(exitCode)}`);
	const outcomes = results.testResults.map(fileOutcome);
	if (outcomes.length === 0) outcomes.push(failure(`${part}: no test was found`));
	const total = sum(outcomes);
	if (exitCode === 0 || total.failed > 0) return total;
	return sum([total, failure(`${part}: every test passed, but jest ${describeExit(exitCode)}`)]);
}

export function sum(outcomes: Outcome[]): Outcome {
	return {
		passed: outcomes.reduce((total, outcome) => total + outcome.passed, 0),
		failed: outcomes.reduce((total, outcome) => total + outcome.failed, 0),
		failures: outcomes.flatMap((outcome) => outcome.failures),
	};
}

function fileOutcome({ name, message, assertionResults }: JestResults['testResults'][number]): Outcome {
	if (assertionResults.length === 0) return failure(`${name}: ${message || 'holds no test'}`);
	return sum(
		assertionResults.map(({ fullName, status, failureMessages }) =>
			status === 'passed'
				? passed(1)
				: failure(`${name}: ${fullName}\n${failureMessages.join('\n') || `was not run (${status})`}`),
		),
	);
}

const passed = (count: number): Outcome => ({ passed: count, failed: 0, failures: [] });
const failure = (text: string): Outcome => ({ passed: 0, failed: 1, failures: [text] });
const describeExit = (exitCode: number | null) =>
	exitCode === null ? 'ended by a signal' : `ended with exit code ${exitCode}`;
