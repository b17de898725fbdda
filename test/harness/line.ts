import { startN8n, type N8n, type N8nOptions } from './n8n';
import { startCluster } from './queue/cluster';

/** The ways to run n8n in which the end-to-end tests run. */
const lines = {
	'2.x': async (options: N8nOptions) => await startN8n(options, '2.x'),
	'1.x': async (options: N8nOptions) => await startN8n(options, '1.x'),
	queue: startCluster,
} satisfies Record<string, (options: N8nOptions) => Promise<N8n>>;

export type Line = keyof typeof lines;

const isLine = (name: string): name is Line => Object.hasOwn(lines, name);

/** The one that the environment asks for: `E2E_LINE`, `2.x` if not set. */
export function currentLine(): Line {
	const name = process.env['E2E_LINE'] ?? '2.x';
	if (!isLine(name)) throw new Error(`E2E_LINE is one of ${Object.keys(lines).join(', ')}; not "${name}"`);
	return name;
}

/** Starts n8n in this way (installing it first if need be), and waits until it answers. */
export async function startLine(line: Line, options: N8nOptions): Promise<N8n> {
	return await lines[line](options);
}
