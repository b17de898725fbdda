'use strict';

/** Loads the files that are named, makes one of each class as n8n does, and prints what that took. Run with --expose-gc. */
const { basename } = require('node:path');
// n8n has loaded it long before: the copy that the files will find.
require(require.resolve('n8n-workflow', { paths: [process.cwd()] }));

const heldBytes = () => {
	globalThis.gc();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

const bytesBefore = heldBytes();
const startedAt = performance.now();
const made = process.argv.slice(2).map((file) => new (require(file)[basename(file).split('.')[0]])());
const milliseconds = performance.now() - startedAt;
console.log(JSON.stringify({ milliseconds, bytes: heldBytes() - bytesBefore, made: made.length }));
