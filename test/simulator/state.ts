import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour';
import type { PendingCallback } from './callbacks/post';
import type { Listeners } from './listeners';
import { Refusal } from './refusal';
import { RateLimits } from './rateLimits';
import { monthOf } from './rules/dates';
import { readNumber, roundEuros, type PlatformNumber } from './rules/numbers';
import { Groups } from './stores/groups';
import { NumberChecks } from './stores/numberChecks';
import { Rentals } from './stores/rentals';
import { StopList } from './stores/stopList';
import { Subaccounts } from './stores/subaccounts';
import { VirtualNumbers } from './stores/virtualNumbers';
import { Voice } from './stores/voice';
import type {
	AcceptedSms,
	DeliveryStatus,
	ReceivedRequest,
	SimulatorEvents,
	SimulatorOptions,
} from './types';

export type Settings = Required<Omit<SimulatorOptions, 'port' | 'accountReplyUrl'>> & {
	accountReplyUrl: string | undefined;
};

/** An SMS that passed every rule and has no id yet. */
export type Draft = Omit<AcceptedSms, 'messageId' | 'status' | 'statusAt'>;

export type StoredSms = Omit<AcceptedSms, 'status' | 'statusAt'> & {
	status: AcceptedSms['status'];
	statusAt: string;
};

/** What a month's sends came to: euros, and SMS billed. */
export interface MonthTotal {
	cost: number;
	sent: number;
}

export interface PlatformEvents extends SimulatorEvents {
	/** All SMS of one request, once they are stored. */
	batch: readonly StoredSms[];
	/** What to call after the usual delay. */
	callbacks: () => readonly PendingCallback[];
}

/** What the platform knows: the account, the SMS it took, the people who said STOP. */
export class Platform {
	readonly accepted: StoredSms[] = [];
	readonly requests: ReceivedRequest[] = [];
	readonly invalid = new Set<string>();
	/** SMS that wait for their time. */
	readonly scheduled = new Set<StoredSms>();
	readonly stopList = new StopList(() => this.now());
	readonly groups = new Groups(() => this.now());
	readonly numberChecks = new NumberChecks();
	readonly virtualNumbers = new VirtualNumbers();
	readonly subaccounts = new Subaccounts(() => this.now());
	readonly rentals = new Rentals();
	readonly voice = new Voice(() => this.now());
	/** Sends of earlier months, by `YYYY-MM`. */
	readonly earlier = new Map<string, MonthTotal>();
	readonly rateLimits = new RateLimits();
	readonly behaviour: Behaviour;
	balance: number;
	accountReplyUrl: string | undefined;
	denial: Refusal | undefined;

	private readonly stores = [
		this.stopList,
		this.groups,
		this.numberChecks,
		this.virtualNumbers,
		this.subaccounts,
		this.voice,
		this.rentals,
		this.earlier,
		this.rateLimits,
	];
	private readonly byNumber = new Map<string, StoredSms[]>();
	private readonly byMessage = new Map<string, Map<string, StoredSms>>();
	private readonly statuses = new Map<string, DeliveryStatus>();
	/** When each was taken, in milliseconds. */
	private readonly takenAt = new WeakMap<StoredSms, number>();
	/** Never used twice, not even after a reset: a late callback cannot be taken for another one. */
	private nextMessageId = 2254444;

	constructor(
		readonly settings: Settings,
		private readonly listeners: Listeners<PlatformEvents>,
	) {
		this.behaviour = { ...DEFAULT_BEHAVIOUR, ...settings.behaviour };
		this.balance = settings.balance;
		this.accountReplyUrl = settings.accountReplyUrl;
	}

	now(): Date {
		return this.settings.now();
	}

	/** Undefined for what no number is, or is declared not to be one. */
	readNumber(written: string): PlatformNumber | undefined {
		const number = readNumber(written);
		return number !== undefined && this.invalid.has(number.e164) ? undefined : number;
	}

	/** Takes euros from the account, or refuses with code 11 and takes none. */
	charge(cost: number): void {
		const rest = roundEuros(this.balance - cost);
		if (rest < 0) throw new Refusal(11);
		this.balance = rest;
	}

	/** Has callbacks made after the usual delay; `make` is asked then. */
	callBackLater(make: () => readonly PendingCallback[]): void {
		this.listeners.emit('callbacks', make);
	}

	/** Takes the SMS of one request, bills them unless they are sandbox ones, and gives their common id. */
	accept(drafts: readonly Draft[]): string {
		this.charge(drafts.reduce((sum, sms) => sum + (sms.sandbox ? 0 : sms.cost), 0));
		const messageId = String(this.nextMessageId++);
		const statusAt = this.now().toISOString();
		const batch = drafts.map((draft): StoredSms => ({ ...draft, messageId, status: 'waiting', statusAt }));
		this.byMessage.set(messageId, new Map(batch.map((sms) => [sms.phoneNumber, sms])));
		for (const sms of batch) this.store(sms);
		this.listeners.emit('batch', batch);
		return messageId;
	}

	private store(sms: StoredSms): void {
		this.accepted.push(sms);
		this.takenAt.set(sms, this.now().getTime());
		const earlier = this.byNumber.get(sms.phoneNumber);
		if (earlier) earlier.push(sms);
		else this.byNumber.set(sms.phoneNumber, [sms]);
		if (sms.scheduledAt !== undefined) this.scheduled.add(sms);
		this.listeners.emit('accepted', sms);
	}

	acceptedFor(phoneNumber: string): readonly StoredSms[] {
		return this.byNumber.get(phoneNumber) ?? [];
	}

	/** The SMS of one id, by recipient. */
	message(messageId: string): ReadonlyMap<string, StoredSms> | undefined {
		return this.byMessage.get(messageId);
	}

	/** What the platform lists under a tag, which may be less than was taken with it. */
	tagged(tag: string): StoredSms[] {
		const { tagListLagMs, tagListHolds } = this.behaviour;
		const until = this.now().getTime() - tagListLagMs;
		return this.accepted.filter(
			(sms) =>
				sms.tag === tag &&
				(this.takenAt.get(sms) ?? 0) <= until &&
				(tagListHolds.sandbox || !sms.sandbox) &&
				(tagListHolds.scheduled || !(this.scheduled.has(sms) || sms.status === 'cancelled')),
		);
	}

	/** Takes back a scheduled message and its price. */
	cancel(batch: Iterable<StoredSms>): void {
		for (const sms of batch) {
			this.scheduled.delete(sms);
			this.mark(sms, 'cancelled');
			if (!sms.sandbox) this.balance = roundEuros(this.balance + sms.cost);
		}
	}

	/** The scheduled SMS whose time has come; they are no longer scheduled. */
	takeDue(): StoredSms[] {
		const now = this.now().toISOString();
		const due = [...this.scheduled].filter((sms) => sms.scheduledAt !== undefined && sms.scheduledAt <= now);
		for (const sms of due) this.scheduled.delete(sms);
		return due;
	}

	/** Gives an SMS that has left the status its recipient stands for. */
	settle(sms: StoredSms): void {
		this.mark(sms, this.statusOf(sms.phoneNumber));
	}

	/** What becomes of what is sent to this number. */
	statusOf(phoneNumber: string): DeliveryStatus {
		return this.statuses.get(phoneNumber) ?? 'delivered';
	}

	setStatus(phoneNumber: string, status: DeliveryStatus): void {
		this.statuses.set(phoneNumber, status);
		for (const sms of this.acceptedFor(phoneNumber)) {
			if (sms.status !== 'cancelled' && !this.scheduled.has(sms)) this.mark(sms, status);
		}
	}

	/** What left in a month (`YYYY-MM`) and was billed, with what is declared to have. */
	sentIn(month: string): MonthTotal {
		const { cost, sent } = this.earlier.get(month) ?? { cost: 0, sent: 0 };
		const billed = this.accepted.filter(
			(sms) =>
				!sms.sandbox &&
				sms.status !== 'cancelled' &&
				!this.scheduled.has(sms) &&
				monthOf(new Date(sms.scheduledAt ?? sms.statusAt)) === month,
		);
		return {
			cost: roundEuros(billed.reduce((sum, sms) => sum + sms.cost, cost)),
			sent: billed.reduce((sum, sms) => sum + sms.segments, sent),
		};
	}

	private mark(sms: StoredSms, status: StoredSms['status']): void {
		sms.status = status;
		sms.statusAt = this.now().toISOString();
	}

	reset(): void {
		this.accepted.length = 0;
		this.requests.length = 0;
		for (const known of [this.invalid, this.scheduled]) known.clear();
		for (const known of [this.byNumber, this.byMessage, this.statuses]) known.clear();
		this.balance = this.settings.balance;
		this.accountReplyUrl = this.settings.accountReplyUrl;
		this.denial = undefined;
		for (const store of this.stores) store.clear();
		Object.assign(this.behaviour, DEFAULT_BEHAVIOUR, this.settings.behaviour);
	}
}
