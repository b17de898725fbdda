import { call, get, numbers, post, postVoice, startReceiver } from './helpers';
import { startSimulator, type PartlySent, type RefusalEvidence, type Simulator, type TakenPart } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const EVERYONE = numbers(4);
const [ANNA = '', BEN = '', CLEO = '', DAN = ''] = EVERYONE;
const SMSList = EVERYONE.map((phoneNumber) => ({ phoneNumber, message: 'm' }));

function sentTo(): string[] {
	return simulator.accepted.map((sms) => sms.phoneNumber);
}

function refuse(part: PartlySent, times = 1): void {
	simulator.faults.add({ kind: 'partlySent', ...part }, { times });
}

const send = async (to = EVERYONE) => await post(simulator, '/send', { phoneNumbers: to.join(), message: 'm' });

describe('who is sent to although the request is refused', () => {
	it.each<[string, TakenPart, string[]]>([
		['all but the refused ones', { allBut: [BEN, DAN] }, [ANNA, CLEO]],
		['those before the first refused one', { before: [DAN, BEN] }, [ANNA]],
		['nobody before the first', { before: [ANNA] }, []],
		['the first three', { first: 3 }, [ANNA, BEN, CLEO]],
		['nobody', { first: 0 }, []],
		['everyone', 'everyone', EVERYONE],
	])('%s', async (_who, taken, sent) => {
		refuse({ taken, code: 14 });
		const { status, data } = await send();
		expect([status, data]).toEqual([400, { success: false, code: 14, message: 'Le numéro est dans la liste des STOP SMS' }]);
		expect(sentTo()).toEqual(sent);
		expect((await get(simulator, '/me')).data.credits.balance).toBe((10225.119 - sent.length * 0.045).toFixed(3));
	});

	it('is billed, reported and known under its id', async () => {
		const reporting = await startSimulator({ reportDelayMs: 1 });
		const receiver = await startReceiver();
		reporting.faults.add({ kind: 'partlySent', taken: { allBut: [BEN] }, code: 13, evidence: 'id' });
		const { data } = await post(reporting, '/bulk-send', { SMSList, urlDlr: receiver.url });
		await reporting.settled();
		await Promise.all([reporting.stop(), receiver.stop()]);
		expect(receiver.received.map(({ text }) => JSON.parse(text).msgId)).toEqual(Array(3).fill(String(data.message_id)));
	});

	it('may be in a request with a number that is none, or that comes twice', async () => {
		refuse({ taken: { allBut: ['06 12'] }, code: 9 });
		refuse({ taken: { first: 2 }, code: 15, evidence: 'list' });
		expect((await send([ANNA, '06 12'])).data).toEqual({ success: false, code: 9, message: expect.any(String) });
		expect(sentTo()).toEqual([ANNA]);
		expect((await send([BEN, CLEO, BEN])).data.SMSResponse_List).toEqual([
			expect.objectContaining({ success: true, phoneNumber: BEN }),
			expect.objectContaining({ success: true, phoneNumber: CLEO }),
			{ success: false, code: 15, phoneNumber: BEN },
		]);
		expect(sentTo()).toEqual([ANNA, BEN, CLEO]);
	});

	it('is refused as usual where the rest has something wrong, and nobody is sent to', async () => {
		refuse({ taken: { allBut: [BEN] }, code: 13 });
		expect((await send([ANNA, BEN, '12'])).data).toMatchObject({ code: 9, error: [expect.any(Object)] });
		expect(sentTo()).toEqual([]);
	});

	it('counts again when it is sent again', async () => {
		refuse({ taken: { allBut: [BEN] } }, 2);
		await send();
		await send();
		expect(simulator.acceptedFor(ANNA)).toHaveLength(2);
		expect(simulator.acceptedFor(BEN)).toHaveLength(0);
	});
});

describe('what the refusal says', () => {
	const taken = { allBut: [BEN, DAN] };

	it.each([14, 15, 13, 55, 11, 500, 9, 777])('code %i, without a list', async (code) => {
		refuse({ taken, code });
		expect((await send()).data).toEqual({ success: false, code, message: expect.any(String) });
	});

	it.each<[string, Omit<PartlySent, 'taken'>, object]>([
		['no code', {}, { success: false }],
		['words alone', { message: 'Refusé' }, { success: false, message: 'Refusé' }],
		['a code and words of its own', { code: 14, message: 'STOP' }, { success: false, code: 14, message: 'STOP' }],
		['a code that is no number', { code: 'E_STOP' }, { success: false, code: 'E_STOP' }],
	])('%s', async (_what, how, body) => {
		refuse({ taken, ...how });
		expect((await send()).data).toEqual(body);
	});

	it.each([200, 400, 429, 500])('under HTTP %i', async (status) => {
		refuse({ taken, code: 14, status });
		expect((await send()).status).toBe(status);
		expect(simulator.requests[0]?.status).toBe(status);
	});

	it('with Retry-After', async () => {
		refuse({ taken, code: 429, status: 429, retryAfter: 1 });
		const { data, headers } = await send();
		expect([data.code, headers['retry-after']]).toEqual([429, '1']);
	});

	it('under the status of all refusals', async () => {
		const other = await startSimulator({ businessErrorStatus: 200 });
		other.faults.add({ kind: 'partlySent', taken, code: 14 });
		const { status } = await post(other, '/send', { phoneNumbers: EVERYONE.join(), message: 'm' });
		await other.stop();
		expect(status).toBe(200);
	});
});

describe('evidence of what was sent', () => {
	const id = { message_id: expect.any(Number) };
	const entry = (phoneNumber: string) => ({ success: true, code: 200, nbSms: 1, cost: 0.045, phoneNumber });
	const list = {
		SMSResponse_List: [
			entry(ANNA),
			{ success: false, code: 14, message: 'STOP', phoneNumber: BEN },
			entry(CLEO),
			{ success: false, code: 14, message: 'STOP', phoneNumber: DAN },
		],
	};
	const refusal = { success: false, code: 14, message: 'STOP' };
	const requests: [string, string, object][] = [
		['/send', 'nb_sms', { phoneNumbers: EVERYONE.join(), message: 'm' }],
		['/bulk-send', 'nbSMS', { SMSList }],
		['/sondage/to/send', 'nb_sms', { phoneNumbers: EVERYONE.join(), sondageIdent: 'S1' }],
	];

	it.each(
		requests.flatMap(([path, count, body]) => {
			const totals = { [count]: 2, cost: 0.09 };
			const shown: [RefusalEvidence, object][] = [
				['none', {}],
				['id', id],
				['totals', totals],
				['list', list],
				['all', { ...id, ...totals, ...list }],
			];
			return shown.map(([evidence, fields]) => [path, evidence, body, fields] as const);
		}),
	)('of %s: %s', async (path, evidence, body, fields) => {
		refuse({ taken: { allBut: ['06 10 00 00 01', DAN] }, code: 14, message: 'STOP', evidence });
		const { data } = await post(simulator, path, body);
		expect(data).toEqual({ ...refusal, ...fields });
		expect(sentTo()).toEqual([ANNA, CLEO]);
		if ('message_id' in fields) expect(String(data.message_id)).toBe(simulator.accepted[0]?.messageId);
	});

	it('says zero, and has no id, where nobody was sent to', async () => {
		refuse({ taken: { first: 0 }, code: 14, evidence: 'all' });
		const { data } = await send([ANNA]);
		expect(data).toEqual({ ...refusal, message: expect.any(String), nb_sms: 0, cost: 0, SMSResponse_List: [{ success: false, code: 14, phoneNumber: ANNA }] });
	});

	it('of /vn/send and /rcs/send', async () => {
		refuse({ taken: 'everyone', code: 500, evidence: 'totals' });
		refuse({ taken: { before: [CLEO] }, code: 500, evidence: 'totals' });
		const { data: long } = await post(simulator, '/vn/send', { to: ANNA, from: '33700000001', message: 'm' });
		const richContent = { conversation: { text: 'Bonjour' } };
		const { data: rcs } = await post(simulator, '/rcs/send', { phoneNumbers: EVERYONE, isUnicode: 1, richContent });
		expect(long).toMatchObject({ code: 500, nb_sms: 1, cost: 0.045 });
		expect(rcs).toMatchObject({ code: 500, nb_rcs: 2, cost: 0.24 });
		expect(sentTo()).toEqual([ANNA, ANNA, BEN]);
	});

	it.each(['/tts/send', '/campaign/send'])('of Voice: %s', async (path) => {
		simulator.behaviour.voiceErrorShape = 'code';
		const { token: tokenAudio } = simulator.addAudioFile();
		refuse({ taken: { allBut: [BEN] }, code: 'DESTINATION_INVALID', evidence: 'all' });
		const { status, data } = await postVoice(simulator, path, { phoneNumbers: EVERYONE.join(), tokenAudio });
		const [campaign] = simulator.voiceCampaigns;
		expect(campaign?.phoneNumbers).toEqual([ANNA, CLEO, DAN]);
		expect([status, data]).toEqual([
			400,
			{
				...{ success: false, code: 'DESTINATION_INVALID', campaignId: campaign?.campaignId, nbSms: 3, cost: 0.45 },
				SMSResponse_List: [
					{ success: true, phoneNumber: ANNA },
					{ success: false, code: 'DESTINATION_INVALID', phoneNumber: BEN },
					{ success: true, phoneNumber: CLEO },
					{ success: true, phoneNumber: DAN },
				],
			},
		]);
		expect(simulator.voiceBalance).toBe(18.55);
	});

	it('of Voice, with a number for a code', async () => {
		refuse({ taken: { first: 0 }, code: 500, evidence: 'id' });
		const { data } = await postVoice(simulator, '/tts/send', { phoneNumbers: ANNA, text: 'm' });
		expect(data).toEqual({ success: false, code: 500, message: expect.any(String) });
		expect(simulator.voiceCampaigns).toEqual([]);
	});
});

describe('which requests it meets', () => {
	it('is not used up by requests that send nothing, nor by sends without the refused', async () => {
		refuse({ taken: { allBut: [BEN] }, code: 13 });
		expect((await get(simulator, '/me')).status).toBe(200);
		expect((await post(simulator, '/hlr/notify', { phoneNumbers: BEN })).status).toBe(200);
		expect((await send([ANNA, CLEO])).data.success).toBe(true);
		expect((await send([BEN, DAN])).data.code).toBe(13);
		expect((await send([BEN])).data.success).toBe(true);
		expect(sentTo()).toEqual([ANNA, CLEO, DAN, BEN]);
	});

	it('isolates the refused, batch after batch', async () => {
		refuse({ taken: { before: [BEN] }, code: 13 }, Infinity);
		const codes: unknown[] = [];
		for (const to of [[ANNA, BEN, CLEO], [BEN], [CLEO]]) codes.push((await send(to)).data.code);
		expect(codes).toEqual([13, 13, 200]);
		expect(sentTo()).toEqual([ANNA, CLEO]);
	});

	it('lets another fault go first to a send that it does not meet', async () => {
		refuse({ taken: { allBut: [BEN] }, code: 13 });
		simulator.faults.add({ kind: 'status', status: 503 });
		expect([(await send([ANNA])).status, (await send()).status]).toEqual([503, 400]);
	});
});

describe('one of a batch said STOP', () => {
	beforeEach(() => simulator.optOut(CLEO));

	it.each([
		['refuseWhole', []],
		['sendOthersThenRefuse', [ANNA, BEN, DAN]],
		['stopAtOffender', [ANNA, BEN]],
	] as const)('%s', async (optedOutBatch, sent) => {
		Object.assign(simulator.behaviour, { optedOutBatch });
		const { data } = await send();
		expect(data).toEqual({ success: false, code: 14, message: 'Le numéro est dans la liste des STOP SMS' });
		expect(sentTo()).toEqual(sent);
	});

	it.each<[RefusalEvidence, object]>([
		['id', { message_id: expect.any(Number) }],
		['totals', { nbSMS: 3, cost: 0.135 }],
		['list', { SMSResponse_List: EVERYONE.map((number) => expect.objectContaining({ success: number !== CLEO, code: number === CLEO ? 14 : 200 })) }],
	])('with evidence: %s', async (refusalEvidence, shown) => {
		Object.assign(simulator.behaviour, { optedOutBatch: 'sendOthersThenRefuse', refusalEvidence });
		const { data } = await post(simulator, '/bulk-send', { SMSList });
		expect(data).toEqual({ success: false, code: 14, message: expect.any(String), ...shown });
	});

	it('holds for every batch of a campaign, and for surveys and RCS', async () => {
		simulator.behaviour.optedOutBatch = 'sendOthersThenRefuse';
		const survey = { phoneNumbers: EVERYONE.join(), sondageIdent: 'S1' };
		const rcs = { phoneNumbers: EVERYONE, isUnicode: 1, richContent: { conversation: { text: 'm' } } };
		const answers = [await send(), await send([CLEO]), await send([DAN]), await post(simulator, '/sondage/to/send', survey), await post(simulator, '/rcs/send', rcs)];
		expect(answers.map(({ data }) => data.code)).toEqual([14, 14, 200, 14, 14]);
		expect(EVERYONE.map((number) => simulator.acceptedFor(number).length)).toEqual([3, 3, 0, 4]);
	});

	it('sends to nobody where something else is wrong too', async () => {
		simulator.behaviour.optedOutBatch = 'sendOthersThenRefuse';
		expect((await send([...EVERYONE, '12'])).data.code).toBe(9);
		expect((await send([...EVERYONE, ANNA])).data.code).toBe(15);
		simulator.setBalance(0);
		expect((await send()).data.code).toBe(11);
		expect(sentTo()).toEqual([]);
	});

	it('is forgotten at a reset', async () => {
		Object.assign(simulator.behaviour, { optedOutBatch: 'stopAtOffender', refusalEvidence: 'all' });
		simulator.reset();
		expect(simulator.behaviour).toMatchObject({ optedOutBatch: 'refuseWhole', refusalEvidence: 'none' });
	});
});

describe('a 429 after the platform did what was asked', () => {
	it('with the body of a success', async () => {
		simulator.faults.add({ kind: 'statusOfRightAnswer', status: 429, retryAfter: 1 });
		const { status, data, headers } = await send();
		expect([status, headers['retry-after']]).toEqual([429, '1']);
		expect(data).toMatchObject({ success: true, code: 200, message_id: Number(simulator.accepted[0]?.messageId), nb_sms: 4 });
		expect(sentTo()).toEqual(EVERYONE);
		expect((await send()).status).toBe(200);
	});

	it('with the body of a refusal, for any request', async () => {
		simulator.faults.add({ kind: 'statusOfRightAnswer', status: 500 });
		const { status, data, headers } = await call(simulator, 'GET /bulk-status', { messageId: 1 });
		expect([status, data.code]).toEqual([500, 4]);
		expect(headers).not.toHaveProperty('retry-after');
	});

	it('with an id in a refusal', async () => {
		refuse({ taken: 'everyone', code: 429, status: 429, evidence: 'id' });
		const { status, data } = await send();
		expect([status, data]).toEqual([429, { success: false, code: 429, message: 'Trop de requêtes', message_id: expect.any(Number) }]);
		expect(sentTo()).toEqual(EVERYONE);
	});

	it('without a sign', async () => {
		simulator.faults.add({ kind: 'status', status: 429, acceptFirst: true });
		const { data } = await send();
		expect(data).toEqual({ success: false, code: 429, message: 'Too Many Requests' });
		expect(sentTo()).toEqual(EVERYONE);
	});
});
