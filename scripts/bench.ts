import { parseArgs } from 'node:util';

import { benchTrigger } from '../bench/trigger';
import { exitOnSignals } from '../test/harness/processGroup';

async function main(): Promise<void> {
	exitOnSignals();
	const { values } = parseArgs({
		options: {
			events: { type: 'string', default: '300' },
			'at-once': { type: 'string', default: '50' },
			rounds: { type: 'string', default: '3' },
			engine: { type: 'string', multiple: true, default: ['default', 'lazy', 'legacy'] },
		},
	});
	await benchTrigger({ events: Number(values.events), atOnce: Number(values['at-once']), rounds: Number(values.rounds), engines: values.engine });
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
