import { DateTime } from 'luxon';

import { useN8n } from '../../harness/e2eInstance';
import type { DataTable } from '../../harness/n8nClient';
import { startPlatform, type Platform } from '../platform';
import { asleepAfter, importExample, lastEnded } from './example';

const n8n = useN8n();
const FILE = '04-appointment-reminder.json';
const START = 'Every day at 10:00';
const tomorrow = DateTime.now().setZone('Europe/Paris').plus({ days: 1 }).toISODate() ?? '';

describe('example: appointment reminder', () => {
	let platform: Platform;
	let table: DataTable;

	beforeEach(async () => {
		platform = await startPlatform(n8n);
		table = await n8n.createDataTable('Appointments', { day: 'string', time: 'string', patient: 'string', dentist: 'string', phoneNumber: 'string', status: 'string', answer: 'string' });
	});
	afterEach(async () => {
		await table.remove();
		await platform.simulator.stop();
	});

	const book = async (patients: Array<[patient: string, phoneNumber: string]>, day = tomorrow, status: string | null = null) =>
		await table.insert(patients.map(([patient, phoneNumber]) => ({ day, time: '10:30', patient, dentist: 'Dr. Roche', phoneNumber, status, answer: null })));
	const outcome = async () => (await table.rows()).map(({ patient, status, answer }) => [patient, status, answer]);

	it('asks one patient after the other and keeps what each says', async () => {
		const { simulator } = platform;
		await book([['Ana', '06 39 98 00 01'], ['Bruno', '+33639980002'], ['Chloe', '0639980003'], ['David', '0639980004'], ['Emma', 'unknown']]);
		await book([['Today', '0639980006']], '2026-01-05');
		await book([['Asked before', '0639980007']], tomorrow, 'confirmed');

		const example = await importExample(n8n, platform, FILE);
		const id = await example.publish();
		await n8n.run(id, START);
		const answers: Array<[string, string]> = [['+33639980001', 'Yes, thank you'], ['+33639980002', 'NON'], ['+33639980003', 'Can I come later?'], ['+33639980004', 'STOP']];
		for (const [phoneNumber, text] of answers) {
			await asleepAfter(n8n, simulator, id, phoneNumber);
			await simulator.reply(phoneNumber, text);
		}
		const { status, nodes } = await lastEnded(n8n, id);

		expect(status).toBe('success');
		expect(await outcome()).toEqual([
			['Ana', 'confirmed', 'Yes, thank you'],
			['Bruno', 'cancelled', 'NON'],
			['Chloe', 'call back', 'Can I come later?'],
			['David', 'opted out', 'STOP'],
			['Emma', 'not sent', expect.stringContaining('holds letters')],
			['Today', null, null],
			['Asked before', 'confirmed', null],
		]);
		expect(simulator.accepted.map(({ phoneNumber, message }) => [phoneNumber, message])).toEqual(
			['Ana', 'Bruno', 'Chloe', 'David'].map((patient, index) => [
				`+3363998000${index + 1}`,
				`Cabinet dentaire Saint-Martin: hello ${patient}, Dr. Roche expects you tomorrow at 10:30. Answer YES to confirm or NO to cancel.`,
			]),
		);
		expect(nodes['What they answered']?.outputs[0]).toHaveLength(6);

		await n8n.run(id, START);
		expect(simulator.accepted).toHaveLength(4);
	}, 180_000);

	it('goes on with the next patient when one does not answer', async () => {
		const { simulator } = platform;
		await book([['Ana', '0639980001'], ['Bruno', '0639980002']]);
		const example = (await importExample(n8n, platform, FILE)).with(({ name, parameters }) =>
			name === 'Ask by SMS' ? { parameters: { ...parameters, limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'seconds' } } } } : {},
		);
		const id = await example.publish();
		await n8n.run(id, START);
		expect((await lastEnded(n8n, id)).status).toBe('success');
		expect(await outcome()).toEqual([['Ana', 'no answer', ''], ['Bruno', 'no answer', '']]);
		expect(simulator.accepted).toHaveLength(2);
	}, 240_000);
});
