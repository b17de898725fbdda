import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../harness/paths';
import { errorTables } from './errorTables';
import { everyEndpoint } from './everyEndpoint';
import { sourceOf } from './source';

const file = join(projectRoot, 'docs', 'errors.md');
const generated = /(<!-- generated: begin -->\n)[^]*(\n<!-- generated: end -->)/;

describe('docs/errors.md', () => {
	it('has the codes of the code (UPDATE_DOCS=1 writes them)', async () => {
		const page = readFileSync(file, 'utf8');
		const wanted = page.replace(generated, (_all, begin: string, end: string) => `${begin}\n${tables}\n${end}`);
		if (process.env.UPDATE_DOCS === '1') writeFileSync(file, wanted);
		expect(page).toMatch(generated);
		expect(readFileSync(file, 'utf8')).toBe(wanted);
	});

	let tables: string;
	beforeAll(async () => {
		tables = await errorTables();
	});

	it('has every operation that asks the platform, and every endpoint of the source', async () => {
		const asked = await everyEndpoint();
		expect(asked.filter(({ endpoints }) => endpoints.length === 0).map(({ operation }) => operation)).toEqual(['Preview']);
		const paths = new Set(asked.flatMap(({ endpoints }) => endpoints.map(({ path }) => path.replace('CAMPAIGN_ID', '${campaignId}'))));
		// Other routes of an endpoint stand in one line with their method: `{ method: 'POST', path: … }`.
		const written = [...sourceOf('nodes').matchAll(/(?:(?<!\{ method: '\w+', )\bpath: |(?:Endpoint|Kind)\()['`](\/[^'`]+)['`]/g)].map(([, path]) => path);
		expect(written.length).toBeGreaterThan(30);
		expect(written.filter((path) => path === undefined || !paths.has(path))).toEqual([]);
	});
});
