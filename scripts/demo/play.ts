import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import type { AcceptedSms } from '../../test/simulator';
import { departureLine, line, quote } from './lines';
import type { Stage } from './stage';
import { BranchWatch } from './watch';

/** One thing that happens during the campaign, and what has to come of it. */
interface Scene {
	title: string;
	act(): Promise<unknown>;
	branch: string;
	/** Items that must have left by the branch in all, asked for once the scene has been acted. */
	expected(): number;
}

/** What of the stage the campaign needs. */
export interface CampaignStage extends Pick<Stage, 'simulator' | 'campaignWorkflow' | 'callbackUrl'> {
	client: Pick<Stage['client'], 'run'>;
}

/** The branches that the campaign must reach. */
const requiredBranches = ['Reply', 'STOP', 'Delivery', 'Voice Status'];

export async function watchStage(stage: Stage, say: (line: string) => void): Promise<BranchWatch> {
	const { simulator, client, callbackWorkflow } = stage;
	const ownUrls = stage.callbackUrl('');
	simulator.on('accepted', (sms) => say(acceptedLine(sms)));
	simulator.on('callback', ({ name, url, status, body }) => {
		if (status !== 200) say(line('not taken', name, `answered ${status}: ${reasonIn(body)}`));
		else if (!url.startsWith(ownUrls)) say(line('taken', name, `by ${url}`));
	});
	const watch = new BranchWatch(client, callbackWorkflow, {
		onDeparture: (departure) => say(departureLine(departure)),
		onFailure: (id, message) => say(line('failed', `execution ${id}`, message)),
	});
	await watch.skipEarlier();
	return watch;
}

/** Plays a short campaign; returns the branches that stayed silent although they were to answer. */
export async function playCampaign(stage: CampaignStage, watch: BranchWatch, say: (line: string) => void): Promise<string[]> {
	for (const { title, act, branch, expected } of scenes(stage, say)) {
		say(`\n${title}`);
		try {
			await act();
			await watch.until(branch, expected());
		} catch (error) {
			say(line('missing', '', error instanceof Error ? error.message : String(error)));
		}
	}
	return requiredBranches.filter((branch) => watch.count(branch) === 0);
}

function scenes(stage: CampaignStage, say: (line: string) => void): Scene[] {
	const { simulator } = stage;
	const recipient = (index: number) => simulator.accepted[index]?.phoneNumber ?? 'nobody: nothing was accepted';
	return [
		{
			title: 'A campaign goes out, and every SMS is reported to its delivery-report URL',
			act: async () => await sendCampaign(stage, say),
			branch: 'Delivery',
			expected: () => Math.max(1, simulator.accepted.length),
		},
		{
			title: 'Someone replies',
			act: async () => await simulator.reply(recipient(0), 'YES, two seats please'),
			branch: 'Reply',
			expected: () => 1,
		},
		{
			title: 'Someone opts out',
			act: async () => await simulator.reply(recipient(1), 'STOP'),
			branch: 'STOP',
			expected: () => 1,
		},
		{
			title: 'Someone writes a long reply, which comes in two parts',
			act: async () =>
				await simulator.callbacks.longReply(stage.callbackUrl('reply'), {
					phoneNumber: recipient(2),
					parts: ['Thank you for the invitation! I would love to come, but only in the afternoon. ', 'Is there a seat left?'],
				}),
			branch: 'Reply',
			expected: () => 2,
		},
		{
			title: 'A voice SMS was answered',
			act: async () =>
				await simulator.callbacks.voiceSms(stage.callbackUrl('voice-status'), { phoneNumber: recipient(3) }),
			branch: 'Voice Status',
			expected: () => 1,
		},
	];
}

async function sendCampaign({ client, campaignWorkflow, simulator }: CampaignStage, say: (line: string) => void): Promise<void> {
	const execution = await client.run(campaignWorkflow, 'Start by hand');
	const refusals = execution.nodes['Send SMS']?.outputs.flat().filter(({ json }) => json['error'] !== undefined) ?? [];
	for (const { json } of refusals) say(line('refused', '', String(json['error'])));
	if (execution.error !== undefined) throw new Error(execution.error.message);
	await simulator.settled();
}

/** n8n adds a stack to its reason. */
function reasonIn(body: unknown): string {
	return isRecord(body) && typeof body['message'] === 'string' ? body['message'] : JSON.stringify(body);
}

function acceptedLine({ phoneNumber, message, segments, cost }: AcceptedSms): string {
	return line('accepted', phoneNumber, `${quote(message)}  ${segments} segment${segments === 1 ? '' : 's'}, ${cost} EUR`);
}
