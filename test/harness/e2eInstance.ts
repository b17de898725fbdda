import { readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { claimFolder } from './claim';
import { currentLine, startLine } from './line';
import type { N8n } from './n8n';
import { N8nClient } from './n8nClient';
import { signIn, type N8nSession } from './n8nSession';
import { installPackage, packTarball } from './packageTarball';
import { localPath } from './paths';
import { remoteControl, serveControl, type Controlled, type RemoteControl } from './remoteControl';

/** What the test files need to know of the one n8n that jest's global set-up starts for all of them. */
export interface E2eInstance {
	session: N8nSession;
	/** The packed package that is installed in it. */
	tarball: string;
	userFolder: string;
	/** Everything n8n printed. */
	logFile: string;
	controlUrl: string;
}

const line = currentLine();
const folder = localPath('e2e', line);
const instanceFile = join(folder, 'instance.json');
let running: N8n | undefined;
let control: RemoteControl | undefined;

/** Builds and packs (unless E2E_TARBALL names what is packed already), installs and starts afresh. Called once per run, in jest's main process. */
export async function startE2eInstance(): Promise<void> {
	claimFolder(`e2e-${line}`);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });

	// Outside the project: a module that the package lacks must not be found in the project's node_modules.
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	const logFile = join(folder, 'n8n.log');
	const tarball = process.env['E2E_TARBALL'] ?? (await packTarball(join(folder, 'package')));
	await installPackage(tarball, userFolder);
	running = await startLine(line, { userFolder, logFile });
	control = await serveControl(running);
	const session = await signIn(running.url, { email: 'tests@example.com', password: 'Local-tests-1' });
	const instance: E2eInstance = { session, tarball, userFolder, logFile, controlUrl: control.url };
	await writeFile(instanceFile, JSON.stringify(instance));
}

export async function stopE2eInstance(): Promise<void> {
	await control?.stop();
	await running?.stop();
}

/** The instance of this run, for tests. */
export function e2eInstance(): E2eInstance {
	return JSON.parse(readFileSync(instanceFile, 'utf8'));
}

/** A signed-in client of the n8n that all end-to-end tests share. */
export function useN8n(): N8nClient {
	return new N8nClient(e2eInstance().session);
}

/** Restarts, kills or empties out that n8n; its session and its URLs outlive a restart. */
export function controlN8n(): Controlled {
	return remoteControl(e2eInstance().controlUrl);
}
