import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { exitOnSignals, isLeaving } from '../test/harness/processGroup';
import { playCampaign, watchStage } from './demo/play';
import { setStage, type Stage } from './demo/stage';
import type { BranchWatch } from './demo/watch';

const say = (line: string) => console.log(line);

/** `npm start`: shows the package at work in a real n8n, against the simulator. `--once` ends after the campaign; `--folder` keeps another state in .local. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { once: { type: 'boolean', default: false }, folder: { type: 'string', default: 'demo' } },
	});
	const stops: Array<() => Promise<void>> = [];
	exitOnSignals(async () => void (await Promise.all(stops.map(async (stop) => await stop()))));

	const stage = await setStage(values.folder, say);
	stops.push(stage.stop);
	const watch = await watchStage(stage, say);
	const silent = await playCampaign(stage, watch, say);
	say(silent.length === 0 ? '\nEvery branch has been seen.' : `\nSilent branches: ${silent.join(', ')}`);
	if (values.once) {
		await stage.stop();
		process.exit(silent.length === 0 ? 0 : 1);
	}
	say(invitation(stage));
	await keepWatching(watch);
}

async function keepWatching(watch: BranchWatch): Promise<void> {
	while (!isLeaving()) {
		await watch.look();
		await sleep(500);
	}
}

function invitation({ client, login, simulator, campaignWorkflow, callbackWorkflow }: Stage): string {
	const [first, , , , last] = simulator.accepted.map(({ phoneNumber }) => phoneNumber);
	const curl = (route: string, body: Record<string, unknown>) => `curl -d '${JSON.stringify(body)}' ${simulator.url}/simulator/${route}`;
	return `
Everything keeps running until Ctrl-C.

  Editor    ${client.url}
  E-mail    ${login.email}
  Password  ${login.password}

What to try; what happens is printed here, and the editor shows it under Executions:

  Reply as a recipient    ${curl('reply', { phoneNumber: first, text: 'YES' })}
                          (of an SMS that was sent with a Reply URL)
  Opt out as a recipient  ${curl('stop', { phoneNumber: last })}
  Let a number fail       ${curl('status', { phoneNumber: first, status: 'not delivered' })}
                          (send again: its report leaves by Delivery as notDelivered)
  Send the campaign again with "Execute workflow" in
                          ${client.url}/workflow/${campaignWorkflow}
                          (who opted out is refused, the others get it)
  Change what a reply or a STOP does in
                          ${client.url}/workflow/${callbackWorkflow}
  See every SMS sent      curl ${simulator.url}/simulator/accepted
`;
}

main().catch((error: unknown) => {
	if (isLeaving()) return;
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
