import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import pLimit from 'p-limit';

import { controlN8n, e2eInstance, useN8n } from '../harness/e2eInstance';
import { goOn, people, phoneNumber, sendParameters } from '../integration/support/parameters';
import { SMS_KEY, startPlatform, VOICE_KEY, type Platform } from './platform';

const n8n = useN8n();
const instance = e2eInstance();

/** Every spelling in which a key could have been written down. */
const SPELLINGS = [SMS_KEY, VOICE_KEY].flatMap((key) => [key, Buffer.from(key).toString('base64').replace(/=+$/, '')]);

/** Runs last (test/harness/sequencer.js) and searches what the whole end-to-end run left behind. */
describe('the API keys', () => {
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
	});
	afterAll(async () => platform.simulator.stop());

	it.each([
		['stopping', {}],
		['continuing', goOn],
		['with an error output', { onError: 'continueErrorOutput' as const }],
	])('stay out of every execution in which something goes wrong (%s)', async (_what, settings) => {
		const parameters = { ...sendParameters, options: { timeout: 1 } };
		for (const fault of [
			{ kind: 'echoKey' },
			{ kind: 'reset', accept: true },
			{ kind: 'timeout', accept: true },
			{ kind: 'status', status: 500, html: true },
			{ kind: 'truncate', accept: true },
		] as const) {
			platform.simulator.faults.add(fault);
			const { execution } = await platform.run(parameters, people(1), settings);
			expect(execution.stored).toMatch(/Outcome unknown|\*\*\*/);
			for (const spelling of SPELLINGS) expect(execution.stored).not.toContain(spelling);
		}
		platform.simulator.faults.add({ kind: 'echoKey' });
		const { execution } = await platform.run({ resource: 'voice', operation: 'getBalance' }, [{}], settings);
		expect(execution.stored).toContain('***');
		for (const spelling of SPELLINGS) expect(execution.stored).not.toContain(spelling);
	});

	it('stay out of every execution of the whole run', async () => {
		const executions = await n8n.executions();
		expect(executions.length).toBeGreaterThan(10);
		const fewAtOnce = pLimit(8);
		const holding = executions.map(async ({ id }) => await fewAtOnce(async () => {
			const { stored } = await n8n.execution(id);
			return SPELLINGS.some((spelling) => stored.includes(spelling)) ? [id] : [];
		}));
		expect((await Promise.all(holding)).flat()).toEqual([]);
	}, 180_000);

	it('stay out of the database, the log and every other file of the instance', async () => {
		const files = [...(await filesBelow(instance.userFolder)), ...(await controlN8n().dump()), instance.logFile];
		const contents = await Promise.all(files.map(async (file) => await readFile(file, 'latin1')));
		// The search would find them: the database, whichever n8n has, holds the recipient of the tests above in the same way.
		const database = contents[files.findIndex((file) => /\/database\.(sqlite|sql)$/.test(file))];
		expect(database).toContain(phoneNumber(0));
		files.forEach((file, index) => {
			for (const spelling of SPELLINGS) expect([file, contents[index]?.includes(spelling)]).toEqual([file, false]);
		});
	});
});

/** Files that n8n itself wrote: the installed packages are not its doing. */
async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !dirname(file).includes('node_modules'));
}
