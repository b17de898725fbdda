import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { asText, isRecord, type UnknownRecord } from '../../nodes/SmsPartner/values/narrow';

export const API_KEY = 'secret-key-of-the-account';

/** An SMS that has really left. */
export interface Sent {
	phoneNumber: string;
	text: string;
	tag: string | undefined;
	at: number;
}

/** What the platform does by itself, beyond what the tape decides. */
export interface Nature {
	/** Milliseconds after which an SMS is listed under its tag. */
	lag: number;
	pageSize: number;
	/** Gives every page as the first one. */
	ignoresPage: boolean;
	newestFirst: boolean;
	/** Gives wrong totals, drops entries, masks numbers. */
	lies: boolean;
	optedOut: string[];
	oddOptOuts: unknown[];
	/** The body of /me. */
	credit: unknown;
	/** How many of the decisions are hostile, of 10. */
	hostility: number;
}

interface HttpResponse {
	statusCode: number;
	body: string;
	headers: Record<string, string>;
}

const reply = (statusCode: number, body: unknown, headers = {}): HttpResponse => ({ statusCode, body: typeof body === 'string' ? body : JSON.stringify(body), headers });

const EVERYBODYS = [1, 10, 20, 22, 23, 30, 40, 44, 45, 46, 47, 48, 49, 50, 51, 96, 992];
const VALIDATIONS = [2, 43, 52, 90];
const OPEN = [13, 14, 15, 55, 77, 9, 'SOMETHING_ELSE', undefined];

/**
 * A platform that answers what it likes within what the documentation leaves open. A tape of numbers decides: the same
 * tape makes the same platform.
 */
export class HostilePlatform {
	readonly sent: Sent[] = [];
	/** Numbers that an answer clearly said were taken, with the text. */
	readonly said = new Set<string>();
	now = 0;
	requests = 0;
	private place = 0;
	private id = 100;

	constructor(
		private readonly tape: readonly number[],
		readonly nature: Nature,
	) {}

	/** In place of n8n's request helper. */
	async request(options: IHttpRequestOptions): Promise<HttpResponse> {
		this.requests++;
		this.now += this.draw(400);
		const body = isRecord(options.body) ? options.body : {};
		const query = isRecord(options.qs) ? options.qs : {};
		switch (options.url) {
			case '/send':
				return this.take(String(body.phoneNumbers).split(',').map((phoneNumber) => ({ phoneNumber, text: String(body.message) })), body, false);
			case '/bulk-send':
				return this.take(entries(body.SMSList).map(({ phoneNumber, message }) => ({ phoneNumber: String(phoneNumber), text: String(message) })), body, true);
			case '/bulk-status-by-tag':
				return this.list(asText(query.tag) ?? '', Number(query.page ?? 1));
			case '/stop-sms/list':
				return this.optOuts();
			case '/me':
				return reply(200, this.nature.credit);
			default:
				return reply(404, 'no such route');
		}
	}

	private draw(limit: number): number {
		return (this.tape[this.place++ % this.tape.length] ?? 0) % limit;
	}

	private some<T>(list: readonly T[]): T[] {
		return list.filter(() => this.draw(2) === 1);
	}

	private one<T>(list: readonly T[]): T | undefined {
		return list[this.draw(list.length)];
	}

	private take(asked: Array<{ phoneNumber: string; text: string }>, { tag }: UnknownRecord, isBulk: boolean): HttpResponse {
		const leave = (some: typeof asked) => {
			for (const sms of some) this.sent.push({ ...sms, tag: asText(tag), at: this.now });
			return some;
		};
		const say = (some: typeof asked) => {
			for (const { phoneNumber, text } of some) this.said.add(`${phoneNumber} ${text}`);
		};
		const message_id = ++this.id;
		const entryOf = (sms: { phoneNumber: string }) => ({ phoneNumber: this.draw(3) === 0 ? `0${sms.phoneNumber.slice(3)}` : sms.phoneNumber, success: true, code: 200, nbSms: 1, cost: 0.04 });
		const noEntryOf = (sms: { phoneNumber: string }) => ({ phoneNumber: sms.phoneNumber, success: false, code: 14, message: 'STOP' });
		const status = this.one([200, 400, 403, 409, 422]) ?? 400;
		const no = { success: false, message: `Non ${API_KEY}`, code: this.one(OPEN) };
		switch (this.draw(10) < this.nature.hostility ? this.draw(14) : -1) {
			case 0:
				return reply(400, { success: false, code: 9, errors: [{ elementId: 'children[phoneNumbers].data', message: `Non valide ${this.draw(2) === 0 ? asked[0]?.phoneNumber.replace('+33', '0') : ''}` }] });
			case 1:
				return reply(status, { success: false, code: this.one(VALIDATIONS), message: 'Invalide' });
			case 2:
				return reply(status, { success: false, code: this.one(EVERYBODYS), message: 'Non' });
			case 3:
				if (asked.length > 1) leave(this.some(asked).slice(1));
				return reply(status, { success: false, code: this.one([11, 500]), message: 'Fini' });
			case 4:
			case 5: {
				// One alone is refused only if it has not left.
				const left = asked.length > 1 ? leave(this.some(asked)) : [];
				if (left.length === asked.length) return reply(500, '');
				return reply(status === 403 ? 400 : status, no);
			}
			case 6: {
				const left = leave(this.some(asked));
				const listed = this.some(left);
				say(listed);
				const list = [...listed.map(entryOf), ...(this.draw(2) === 0 ? asked.filter((sms) => !left.includes(sms)).map(noEntryOf) : [])];
				return reply(this.one([200, 400, 429, 500]) ?? 400, { ...no, message_id, nb_sms: left.length, SMSResponse_List: this.draw(2) === 0 ? list : { ...list } });
			}
			case 7:
				leave(this.some(asked));
				return reply(this.one([500, 502, 504, 408]) ?? 500, this.one(['', '<html></html>', JSON.stringify({ success: false, code: 9 }), 'x'.repeat(1_000)]) ?? '');
			case 8:
				leave(this.some(asked));
				return reply(200, this.one(['', '<html></html>', 'null', '[]', '{"success":true}', '{"status":"maintenance"}', `{"success":true,"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`]) ?? '');
			case 9:
				return reply(429, this.one(['', { code: 429, message: `Trop ${API_KEY}` }]), { 'retry-after': String(this.draw(90)) });
			case 10:
				throw Object.assign(new Error(`connect ${API_KEY}`), { code: 'ECONNREFUSED', syscall: 'connect' });
			case 11:
				leave(this.some(asked));
				throw Object.assign(new Error(`https://x/?apiKey=${API_KEY}`), { code: this.one(['ETIMEDOUT', 'ECONNRESET', undefined]), config: { body: API_KEY } });
			case 12: {
				const left = leave(this.some(asked));
				if (!isBulk) return reply(200, { success: true, code: 200, message_id, nb_sms: left.length, cost: left.length * 0.04, currency: 'EUR' });
				const listed = this.some(asked);
				say(listed.filter((sms) => left.includes(sms)));
				const list = listed.map((sms) => (left.includes(sms) ? entryOf(sms) : noEntryOf(sms)));
				return reply(200, { success: true, code: 200, message_id, currency: 'EUR', SMSResponse_List: this.draw(2) === 0 ? [...list, ...list] : list });
			}
			case 13: {
				const left = leave(this.some(asked));
				// The complaints first, then those taken, without their numbers.
				const errors = asked.filter((sms) => !left.includes(sms)).map(() => ({ elementId: 'children[phoneNumbers].data', message: 'Non' }));
				return reply(400, { success: false, code: 9, errors, message_id, SMSResponse_List: left.map(() => ({ success: true, nbSms: 1 })) });
			}
			default: {
				say(leave(asked));
				const list = asked.map((sms) => entryOf(sms));
				return reply(200, { success: true, code: 200, message_id, nb_sms: asked.length, cost: 0.04 * asked.length, currency: 'EUR', ...(isBulk && { SMSResponse_List: list.reverse() }) });
			}
		}
	}

	private list(tag: string, page: number): HttpResponse {
		const { lag, pageSize, ignoresPage, newestFirst, lies, hostility } = this.nature;
		if (this.draw(40) < hostility) return reply(this.one([500, 429, 200]) ?? 500, '');
		const seen = this.sent.filter((sms) => sms.tag === tag && sms.at + lag <= this.now);
		const all = (newestFirst ? [...seen].reverse() : seen).filter(() => !lies || this.draw(4) > 0);
		if (all.length === 0 && this.draw(2) === 0) return reply(200, { success: false, code: 4, message: 'Inconnu' });
		const start = (ignoresPage ? 0 : page - 1) * pageSize;
		const StatutResponse_List = all.slice(start, start + pageSize).map(({ phoneNumber }) => ({
			phoneNumber: lies && this.draw(8) === 0 ? '+336XXXXXXX1' : this.draw(3) === 0 ? `0${phoneNumber.slice(3)}` : phoneNumber,
			status: this.one(['Delivered', 'Waiting', 'Not delivered']),
			date: '1700000000',
		}));
		return reply(200, { success: true, code: 200, currentPage: page, total: lies ? this.draw(6) : all.length, StatutResponse_List });
	}

	private optOuts(): HttpResponse {
		const data = [...this.nature.optedOut.map((phoneNumber): unknown => ({ id: 1, phoneNumber })), ...this.nature.oddOptOuts];
		return reply(200, { success: true, code: 200, nbData: data.length, data });
	}
}

function entries(list: unknown): IDataObject[] {
	return Array.isArray(list) ? list : [];
}
