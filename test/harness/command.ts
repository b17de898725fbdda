import { spawnGroup } from './processGroup';

export interface CommandOptions {
	cwd: string;
	/** Added to this process's environment. */
	env?: Record<string, string>;
	/** Called with every piece of output as it comes. */
	onOutput?: (text: string) => void;
	/** What the command and all it has started get if this process exits before them. */
	signalAtExit?: NodeJS.Signals;
}

export interface CommandResult {
	/** Exit code, or null after a signal. */
	code: number | null;
	stdout: string;
	/** Both streams, in the order in which they came. */
	output: string;
}

/** Runs a command to its end, whatever its exit code. */
export async function tryCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
	const child = spawnGroup(
		command,
		args,
		{ cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
		options.signalAtExit,
	);
	let stdout = '';
	let output = '';
	const collect = (text: string) => {
		output += text;
		options.onOutput?.(text);
	};
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		collect(text);
	});
	child.stderr?.setEncoding('utf8').on('data', collect);

	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, stdout, output }));
	});
}

/** Runs a command and returns its stdout; throws with the end of its output when it does not exit with 0. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
	const { code, stdout, output } = await tryCommand(command, args, options);
	if (code === 0) return stdout;
	const tail = output.trimEnd().split('\n').slice(-30).join('\n');
	throw new Error(`"${[command, ...args].join(' ')}" failed (${code ?? 'ended by a signal'}):\n${tail}`);
}
