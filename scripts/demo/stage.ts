import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { claimFolder } from '../../test/harness/claim';
import { startN8n } from '../../test/harness/n8n';
import { N8nClient } from '../../test/harness/n8nClient';
import { signIn, type Login } from '../../test/harness/n8nSession';
import { installPackage, packTarball } from '../../test/harness/packageTarball';
import { localPath } from '../../test/harness/paths';
import { webhookUrl } from '../../test/harness/workflow';
import { startSimulator, type Simulator } from '../../test/simulator';
import { complete, importCredential, importWorkflow, readExample, webhookIdOf, withOptions } from './examples';

/** Everything that runs during the demo. */
export interface Stage {
	simulator: Simulator;
	client: N8nClient;
	login: Login;
	campaignWorkflow: string;
	callbackWorkflow: string;
	/** Production URL of one path of the trigger. */
	callbackUrl(path: string): string;
	stop(): Promise<void>;
}

const triggerName = 'SMS Partner Trigger';
const triggerPaths = ['reply', 'stop', 'delivery-report', 'voice-status', 'number-check'];
/** Late enough that "accepted" is seen before "delivered". */
const reportDelayMs = 1_000;

/** Starts simulator and n8n with its state in `.local/<folderName>`, and sets up what a user would set up by hand. */
export async function setStage(folderName: string, say: (line: string) => void): Promise<Stage> {
	claimFolder(folderName);
	const folder = localPath(folderName);
	await mkdir(folder, { recursive: true });
	const login = await readLogin(join(folder, 'login.json'));

	say('Building the package');
	await installPackage(await packTarball(join(folder, 'package')), folder);
	const simulator = await startSimulator({ reportDelayMs });
	say('Starting n8n');
	const n8n = await startN8n({ userFolder: folder, logFile: join(folder, 'n8n.log') });
	const client = new N8nClient(await signIn(n8n.url, login));
	say('Importing credentials and example workflows, and publishing them');
	return {
		...(await importExamples(client, simulator)),
		...{ simulator, client, login },
		async stop() {
			await n8n.stop();
			await simulator.stop();
		},
	};
}

/** The owner's login, made up at the first start. */
async function readLogin(file: string): Promise<Login> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		// n8n asks for a capital letter and a digit.
		const login = { email: 'demo@example.com', password: `Demo-1-${randomBytes(6).toString('hex')}` };
		await writeFile(file, JSON.stringify(login));
		return login;
	}
}

async function importExamples(client: N8nClient, simulator: Simulator) {
	const { apiKey, smsBaseUrl, voiceApiKey, voiceBaseUrl } = simulator;
	const credential = await importCredential(client, 'SMS Partner (simulator)', 'smsPartnerApi', {
		apiKey,
		baseUrl: smsBaseUrl,
	});
	await importCredential(client, 'Voice Partner (simulator)', 'voicePartnerApi', {
		apiKey: voiceApiKey,
		baseUrl: voiceBaseUrl,
	});

	const reactExample = await readExample('02-react-to-callbacks.json');
	const webhookId = await webhookIdOf(client, reactExample.name, triggerName);
	const react = complete(reactExample, ({ name }) => (name === triggerName ? { webhookId } : {}));
	const callbackUrl = (path: string) => webhookUrl(client.url, react, triggerName, path);
	const callbackWorkflow = await importWorkflow(client, react);
	await client.publish(callbackWorkflow, triggerPaths.map(callbackUrl));

	const urls = { deliveryReportUrl: callbackUrl('delivery-report'), replyUrl: callbackUrl('reply') };
	const campaign = complete(await readExample('01-send-a-campaign.json'), (node) =>
		node.name === 'Send SMS' ? { ...withOptions(node, urls), credentials: { smsPartnerApi: credential } } : {},
	);
	const campaignWorkflow = await importWorkflow(client, campaign);
	await client.publish(campaignWorkflow);
	return { campaignWorkflow, callbackWorkflow, callbackUrl };
}
