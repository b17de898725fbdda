import axios from 'axios';

import { runCommand } from '../harness/command';
import { e2eInstance, useN8n } from '../harness/e2eInstance';
import { projectRoot } from '../harness/paths';

const n8n = useN8n();
const { tarball } = e2eInstance();

describe('the packed package', () => {
	it('holds dist, README, LICENSE and package.json and nothing else', async () => {
		const listing = await runCommand('tar', ['-tzf', tarball], { cwd: projectRoot });
		const topLevel = new Set(
			listing
				.trim()
				.split('\n')
				.map((path) => path.replace(/^package\//, '').replace(/\/.*$/, '/')),
		);
		expect([...topLevel].sort()).toEqual(['LICENSE', 'README.md', 'dist/', 'package.json']);
	});

	it('holds neither sources nor tests', async () => {
		const listing = await runCommand('tar', ['-tzf', tarball], { cwd: projectRoot });
		const strays = listing.split('\n').filter((path) => /(?<!\.d)\.ts$|\.map$|\btest\b/.test(path));
		expect(strays).toEqual([]);
	});

	it('has no dependencies of its own', async () => {
		const text = await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: projectRoot });
		const manifest: Record<string, unknown> = JSON.parse(text);
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest['peerDependencies']).toEqual({ 'n8n-workflow': '*' });
	});
});

describe('the installed package', () => {
	it('brings the action node, its tool form and the trigger under the names that exported workflows use', async () => {
		const names = (await n8n.nodeTypes()).map((type) => type.name).filter((name) => name.includes('smspartner'));
		expect(names.sort()).toEqual([
			'n8n-nodes-smspartner.smsPartner',
			'n8n-nodes-smspartner.smsPartnerTool',
			'n8n-nodes-smspartner.smsPartnerTrigger',
		]);
	});

	it('brings both credential types', async () => {
		const names = (await n8n.credentialTypes()).map((type) => type.name);
		expect(names).toEqual(expect.arrayContaining(['smsPartnerApi', 'voicePartnerApi']));
	});

	it('serves every icon of nodes and credentials as SVG, light and dark', async () => {
		const types = [...(await n8n.nodeTypes()), ...(await n8n.credentialTypes())];
		const own = types.filter(({ name }) => /smspartner|voicepartner/i.test(name));
		const urls = own.flatMap(({ iconUrl }) => (typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [iconUrl]));
		expect(urls.length).toBeGreaterThanOrEqual(2 * 5);
		for (const url of urls) {
			const { status, headers, data } = await axios.get(`${n8n.url}/${url}`, { validateStatus: null });
			expect([url, status]).toEqual([url, 200]);
			expect(headers['content-type']).toContain('image/svg+xml');
			expect(data).toContain('<svg');
		}
	});
});
