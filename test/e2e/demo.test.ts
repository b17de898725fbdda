import axios from 'axios';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';

import { runCommand, tryCommand } from '../harness/command';
import { N8nClient } from '../harness/n8nClient';
import { signIn } from '../harness/n8nSession';
import { localPath, projectRoot } from '../harness/paths';

const folder = 'demo-test';
const demo = [localPath('tools', 'scripts', 'demo.js'), '--folder', folder];

jest.setTimeout(180_000);

beforeAll(async () => {
	await rm(localPath(folder), { recursive: true, force: true });
	await runCommand('npx', ['tsc', '-p', 'tsconfig.tools.json', '--noCheck'], { cwd: projectRoot });
});

describe('npm start', () => {
	it('--once plays the campaign and ends with 0', async () => {
		const { code, output } = await tryCommand(process.execPath, [...demo, '--once'], {
			cwd: projectRoot,
			signalAtExit: 'SIGTERM',
		});
		const lines = output.split('\n');
		expect(lines.filter((line) => /^ {2}accepted .*\+336\d{8}/.test(line))).toHaveLength(5);
		expect(lines.filter((line) => /^ {2}delivered .*-> Delivery$/.test(line))).toHaveLength(5);
		expect(output).toMatch(/^ {2}replied .*-> Reply$/m);
		expect(output).toMatch(/^ {2}STOP .*-> STOP$/m);
		expect(output).toMatch(/^ {2}voice status .*-> Voice Status$/m);
		expect(output).toContain('Every branch has been seen.');
		expect(code).toBe(0);
	});

	it('started again it doubles nothing, stays up, and leaves nothing running after Ctrl-C', async () => {
		const child = spawn(process.execPath, demo, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
		const exited = once(child, 'exit');
		let output = '';
		for await (const text of child.stdout.setEncoding('utf8')) {
			output += String(text);
			if (output.includes('What to try')) break;
		}
		const [editor = '', email = '', password = ''] = ['Editor', 'E-mail', 'Password'].map(
			(label) => new RegExp(`${label} +(\\S+)`).exec(output)?.[1],
		);
		const client = new N8nClient(await signIn(editor, { email, password }));
		expect((await client.workflows()).map(({ name }) => name).sort()).toEqual(['React to callbacks', 'Send a campaign']);
		expect(await client.credentials()).toHaveLength(2);

		child.kill('SIGINT');
		expect(await exited).toEqual([130, null]);
		await expect(axios.get(editor)).rejects.toThrow('ECONNREFUSED');
	});
});
