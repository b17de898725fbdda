import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { claimFolder } from './claim';
import { tryCommand } from './command';
import { localPath } from './paths';

const name = 'claim-test';
const lockFile = localPath(`${name}.pid`);

beforeEach(() => void mkdirSync(localPath(), { recursive: true }));
afterEach(() => rmSync(lockFile, { force: true }));

describe('claimFolder', () => {
	it('names this process until it is released', () => {
		const release = claimFolder(name);
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.pid));
		release();
		expect(existsSync(lockFile)).toBe(false);
	});

	it('refuses a folder that another running process has, and says what to do', () => {
		writeFileSync(lockFile, String(process.ppid));
		expect(() => claimFolder(name)).toThrow(`in use by process ${process.ppid}`);
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.ppid));
	});

	it.each(['', 'not a number', '-1'])('takes over a lock file that names no process: "%s"', (content) => {
		writeFileSync(lockFile, content);
		claimFolder(name)();
	});

	it('takes over from a process that has ended', async () => {
		const { stdout } = await tryCommand(process.execPath, ['-p', 'process.pid'], { cwd: localPath() });
		writeFileSync(lockFile, stdout.trim());
		const release = claimFolder(name);
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.pid));
		release();
	});
});
