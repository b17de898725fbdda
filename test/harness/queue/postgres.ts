import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand, tryCommand } from '../command';
import { startDaemon } from '../daemon';
import { freePort } from '../freePort';

/** A running PostgreSQL with one empty database. */
export interface Postgres {
	/** How n8n is told of it. */
	env: Record<string, string>;
	/** Writes all that the database holds to a file, as text. */
	dump(file: string): Promise<void>;
	stop(): Promise<void>;
}

const user = 'n8n';
const database = 'postgres';
const host = '127.0.0.1';

/** Starts Debian's PostgreSQL on a free port with its data in a new temporary folder, which goes with it. */
export async function startPostgres(logFile: string): Promise<Postgres> {
	const bin = await newestBinFolder();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const unprivileged = await dropPrivileges(folder);
	const data = join(folder, 'data');
	const port = String(await freePort());

	const [initdb, ...initdbArgs] = unprivileged(join(bin, 'initdb'), '-D', data, '-U', user, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync');
	await runCommand(initdb, initdbArgs, { cwd: folder });
	// Only n8n is ever killed here, never the database: it may leave writing to the disk to the system.
	const settings = { listen_addresses: host, port, unix_socket_directories: folder, fsync: 'off', max_connections: '100' };
	const [command, ...args] = unprivileged(join(bin, 'postgres'), '-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]));
	const daemon = await startDaemon({
		name: 'PostgreSQL',
		command,
		args,
		cwd: folder,
		env: process.env,
		logFile,
		isReady: async () => (await tryCommand(join(bin, 'pg_isready'), ['-h', host, '-p', port], { cwd: folder })).code === 0,
		// Its fast and its immediate shutdown: both end its other processes, which lead groups of their own.
		stopSignal: 'SIGINT',
		signalAtExit: 'SIGQUIT',
	});
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: host,
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_USER: user,
			DB_POSTGRESDB_DATABASE: database,
		},
		async dump(file) {
			await runCommand(join(bin, 'pg_dump'), ['-h', host, '-p', port, '-U', user, '-f', file, database], { cwd: folder });
		},
		async stop() {
			await daemon.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Debian keeps the server's programs out of PATH, by version. */
async function newestBinFolder(): Promise<string> {
	const parent = '/usr/lib/postgresql';
	const versions = await readdir(parent).catch(() => []);
	const newest = versions.map(Number).filter(Number.isFinite).sort((a, b) => b - a)[0];
	if (newest === undefined) throw new Error('PostgreSQL is needed for n8n in queue mode: apt-get install postgresql redis-server');
	return join(parent, String(newest), 'bin');
}

/** PostgreSQL refuses to run as root: the folder and the commands then go to the user that its package has made. */
async function dropPrivileges(folder: string): Promise<(...command: string[]) => [string, ...string[]]> {
	if (process.getuid?.() !== 0) return (command = '', ...args) => [command, ...args];
	await runCommand('chown', ['postgres:', folder], { cwd: folder });
	return (...command) => ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command];
}
