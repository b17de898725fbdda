// n8n's engine logs every failed node; the tests read the failures themselves.
process.env.N8N_LOG_LEVEL ??= 'silent';

const project = (name, extra = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.tools.json', transpilation: true }] },
	...extra,
});

/** `npm start` has an n8n of its own, whichever n8n the end-to-end tests run in (test/harness/line.ts); the tests in the browser know the editor of 2.x, and the examples its Data Tables. */
const onceForAllLines = (process.env.E2E_LINE ?? '2.x') === '2.x' ? [] : ['<rootDir>/test/e2e/demo.test.ts', '<rootDir>/test/e2e/browser/', '<rootDir>/test/e2e/examples/'];

/** Three projects: `unit` for the quick loop, `integration` in n8n-core's real contexts, `e2e` in a real n8n. */
module.exports = {
	testTimeout: 60_000,
	testSequencer: '<rootDir>/test/harness/sequencer.js',
	projects: [
		project('unit', {
			testMatch: ['<rootDir>/test/**/*.test.ts'],
			testPathIgnorePatterns: ['<rootDir>/test/integration/', '<rootDir>/test/e2e/'],
		}),
		project('integration', { testMatch: ['<rootDir>/test/integration/**/*.test.ts'] }),
		project('e2e', {
			testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
			testPathIgnorePatterns: onceForAllLines,
			setupFiles: ['<rootDir>/test/harness/freshConnections.ts'],
			globalSetup: '<rootDir>/test/harness/e2eSetup.ts',
			globalTeardown: '<rootDir>/test/harness/e2eTeardown.ts',
		}),
	],
};
