import { runCommand, tryCommand } from './command';
import { projectRoot } from './paths';

const node = (script: string, env?: Record<string, string>) =>
	[process.execPath, ['-e', script], { cwd: projectRoot, ...(env === undefined ? {} : { env }) }] as const;

describe('runCommand', () => {
	it('gives stdout alone', async () => {
		expect(await runCommand(...node('console.error("noise"); console.log(process.env.GREETING)', { GREETING: 'hello' }))).toBe('hello\n');
	});

	it('throws with the end of both outputs and the exit code', async () => {
		const failing = runCommand(...node('console.log("first"); console.error("the reason"); process.exitCode = 3'));
		await expect(failing).rejects.toThrow(/failed \(3\):\n(.*\n)*the reason/);
	});

	it('throws when the command does not exist', async () => {
		await expect(runCommand('no-such-command', [], { cwd: projectRoot })).rejects.toThrow('ENOENT');
	});
});

describe('tryCommand', () => {
	it('shows output as it comes and leaves the exit code to the caller', async () => {
		const shown: string[] = [];
		const [command, args, options] = node('console.log("out"); process.exitCode = 2');
		const result = await tryCommand(command, args, { ...options, onOutput: (text) => void shown.push(text) });
		expect(result).toEqual({ code: 2, stdout: 'out\n', output: 'out\n' });
		expect(shown.join('')).toBe('out\n');
	});

	it('has no exit code when the command was ended by a signal', async () => {
		expect((await tryCommand(...node('process.kill(process.pid, "SIGKILL")'))).code).toBeNull();
	});
});
