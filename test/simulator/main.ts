/**
 * Starts the simulator by hand and keeps it running until Ctrl-C:
 *
 *     npx tsc -p tsconfig.tools.json && node .local/tools/test/simulator/main.js --port 4010
 */
import { parseArgs } from 'node:util';
import { startSimulator } from './index';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error('--port takes a number from 0 (any free port) to 65535');
	}
	const simulator = await startSimulator({ port, reportDelayMs: 1000 });
	simulator.on('accepted', (sms) => print(`accepted  ${sms.phoneNumber}  ${sms.message}`));
	simulator.on('callback', ({ name, url, status }) => print(`callback  ${name} -> ${url} (${status})`));
	print(`Simulator: ${simulator.url}`);
	print(`SMS API:   ${simulator.smsBaseUrl}  key ${simulator.apiKey}`);
	print(`Voice API: ${simulator.voiceBaseUrl}  key ${simulator.voiceApiKey}`);
	print(`Reply:     curl -d '{"phoneNumber":"+33612345678","text":"Yes"}' ${simulator.url}/simulator/reply`);
	print(`STOP:      curl -d '{"phoneNumber":"+33612345678"}' ${simulator.url}/simulator/stop`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
