const { dest, series, src } = require('gulp');
const { rm } = require('node:fs/promises');

const clean = () => rm('dist', { recursive: true, force: true });

/** Icons, codex files and output schemas: everything n8n reads from disk beside the compiled code. */
const assets = () =>
	src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

module.exports = { clean, assets, default: series(assets) };
