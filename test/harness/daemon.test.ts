import { readFile, rm } from 'node:fs/promises';

import { startDaemon } from './daemon';
import { localPath, projectRoot } from './paths';

const logFile = localPath('results', 'daemon-test.log');
const node = (script: string) => ({ name: 'the daemon', command: process.execPath, args: ['-e', script], cwd: projectRoot, env: {}, logFile });
const hasSaid = async (text: string) => (await readFile(logFile, 'utf8')).includes(text);

beforeEach(async () => await rm(logFile, { force: true }));

describe('startDaemon', () => {
	it('waits until it is ready, and lets it end by itself', async () => {
		const script = 'process.on("SIGINT", () => { console.log("goodbye"); process.exit(); }); setInterval(() => {}, 1000); console.log("hello " + process.pid)';
		const daemon = await startDaemon({ ...node(script), isReady: async () => await hasSaid('hello'), stopSignal: 'SIGINT' });
		await daemon.stop();
		expect(await hasSaid('goodbye')).toBe(true);
		await daemon.stop();
	});

	it('says what was in the log when it ends before it is ready', async () => {
		const starting = startDaemon({ ...node('console.error("no disk")'), isReady: async () => false });
		await expect(starting).rejects.toThrow(/the daemon did not become ready.*\n(.*\n)*no disk/);
	});

	it('throws when the command does not exist', async () => {
		const starting = startDaemon({ ...node(''), command: 'no-such-command', isReady: async () => true });
		await expect(starting).rejects.toThrow('ENOENT');
	});
});
