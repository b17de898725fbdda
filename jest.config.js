// n8n's engine logs every failed node; the tests read the failures themselves.
process.env.N8N_LOG_LEVEL ??= 'silent';

const project = (name, extra = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.tools.json', transpilation: true }] },
	...extra,
});

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
			globalSetup: '<rootDir>/test/harness/e2eSetup.ts',
			globalTeardown: '<rootDir>/test/harness/e2eTeardown.ts',
		}),
	],
};
