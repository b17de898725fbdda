const { default: Sequencer } = require('@jest/test-sequencer');

const LAST = /secrecy\.test\.ts$/;

/** secrecy.test.ts searches what all other end-to-end tests left behind, so it comes last. */
module.exports = class extends Sequencer {
	sort(tests) {
		const byPath = [...tests].sort((a, b) => a.path.localeCompare(b.path));
		return [...byPath.filter(({ path }) => !LAST.test(path)), ...byPath.filter(({ path }) => LAST.test(path))];
	}
};
