import { remoteControl, serveControl } from './remoteControl';

describe('remoteControl', () => {
	const orders: string[] = [];
	const n8n = {
		kill: async () => void orders.push('kill'),
		restart: async () => await Promise.reject(new Error('No memory left')),
		dump: async () => ['/tmp/a.sql', '/tmp/b.aof'],
	};

	it('carries orders and results from another process', async () => {
		const served = await serveControl(n8n);
		const control = remoteControl(served.url);
		await control.kill();
		expect(orders).toEqual(['kill']);
		expect(await control.dump()).toEqual(['/tmp/a.sql', '/tmp/b.aof']);
		await expect(control.restart()).rejects.toThrow('No memory left');
		await served.stop();
	});
});
