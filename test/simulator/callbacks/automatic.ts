import pLimit from 'p-limit';
import type { Listeners } from '../listeners';
import type { Platform, PlatformEvents, StoredSms } from '../state';
import type { CallbackMode } from '../types';
import * as payloads from './payloads';
import type { CallbackAnswer, CallbackPoster, PendingCallback } from './post';
import { voiceCallbacks } from './voice';

const AT_ONCE = 16;

/** What the platform calls of itself: reports after a send, and the answers of simulated people. */
export class AutomaticCallbacks {
	mode: CallbackMode = defaultMode();
	private readonly limit = pLimit(AT_ONCE);
	private readonly timers = new Set<NodeJS.Timeout>();
	private readonly underWay = new Set<Promise<unknown>>();
	private idle: (() => void)[] = [];
	private longReplyRef = 0;
	/** Callbacks that were queued before a reset belong to an earlier one. */
	private generation = 0;

	constructor(
		private readonly platform: Platform,
		private readonly poster: CallbackPoster,
		listeners: Listeners<PlatformEvents>,
	) {
		listeners.on('batch', (batch) => {
			const leaving = batch.filter((sms) => !this.platform.scheduled.has(sms));
			this.later(() => this.report(leaving));
		});
		listeners.on('callbacks', (make) => this.later(() => void this.deliver(make())));
	}

	private later(work: () => void): void {
		const { automaticReports, reportDelayMs } = this.platform.settings;
		if (!automaticReports) return;
		const timer = setTimeout(() => {
			work();
			this.timers.delete(timer);
			this.wakeIfIdle();
		}, reportDelayMs);
		this.timers.add(timer);
	}

	/** Scheduled SMS and voice campaigns whose time has come leave, and are reported. */
	departScheduled(): void {
		const due = this.platform.takeDue();
		const campaigns = this.platform.voice.takeDue();
		if (!this.platform.settings.automaticReports) return;
		this.report(due);
		void this.deliver(campaigns.flatMap((campaign) => voiceCallbacks(campaign, this.platform)));
	}

	private report(batch: readonly StoredSms[]): void {
		for (const sms of batch) this.platform.settle(sms);
		const reports = batch.flatMap((sms) => {
			if (sms.urlDlr === undefined || sms.status === 'cancelled') return [];
			const { phoneNumber, messageId, status, cost, tag = '' } = sms;
			const payload = payloads.deliveryReportPayload({
				...{ phoneNumber, messageId, status, cost, tag },
				date: this.platform.now(),
			});
			return [{ name: 'deliveryReport' as const, url: sms.urlDlr, payload }];
		});
		void this.deliver(reports);
	}

	/** See Simulator.reply. */
	async reply(phoneNumber: string, text: string): Promise<readonly CallbackAnswer[]> {
		const sms = this.platform.acceptedFor(phoneNumber).at(-1);
		if (sms === undefined) throw new Error(`${phoneNumber} received no SMS that could be answered`);
		const isStop = /^\s*stop\b/i.test(text);
		if (isStop) this.platform.stopList.add(phoneNumber);
		const url = sms.urlResponse ?? this.platform.accountReplyUrl;
		if (url === undefined) return [];
		return await this.deliver(this.repliesTo(sms, text, isStop).map((reply) => ({ ...reply, url })));
	}

	/** A virtual number knows no STOP event and cuts long texts; a short code does the opposite (docs: webhooks). */
	private repliesTo(sms: StoredSms, text: string, isStop: boolean): Omit<PendingCallback, 'url'>[] {
		const { phoneNumber, messageId, from } = sms;
		if (from === undefined) {
			const payload = { phoneNumber, messageId, text };
			return isStop
				? [{ name: 'stop', payload: payloads.stopPayload(payload) }]
				: [{ name: 'reply', payload: payloads.replyPayload(payload) }];
		}
		const reply = { phoneNumber, to: from, text, date: this.platform.now() };
		if (text.length <= 160) {
			return [{ name: 'virtualNumberReply', payload: payloads.virtualNumberReplyPayload(reply) }];
		}
		// References are small and come again (docs: long-number reply).
		this.longReplyRef = (this.longReplyRef % 255) + 1;
		const parts = payloads.longReplyPayloads({ ...reply, ref: this.longReplyRef });
		return parts.map((payload) => ({ name: 'longReply', payload }));
	}

	/** Callbacks that belong together, in the way `mode` says; those that fail count as no answer. */
	private async deliver(callbacks: readonly PendingCallback[]): Promise<CallbackAnswer[]> {
		const { duplicate, shuffle } = this.mode;
		const all = duplicate ? callbacks.flatMap((callback) => [callback, callback]) : [...callbacks];
		if (shuffle) all.reverse();
		const limit = shuffle ? pLimit(1) : this.limit;
		const { generation } = this;
		const answers = await Promise.all(
			all.map(async ({ name, url, payload, encoding = this.mode.encoding }) => {
				const made = limit(async () =>
					generation === this.generation
						? await this.poster.post(name, url, payload, { encoding })
						: undefined,
				);
				return await this.track(made.catch(() => undefined));
			}),
		);
		return answers.filter((answer) => answer !== undefined);
	}

	private async track<Result>(work: Promise<Result>): Promise<Result> {
		this.underWay.add(work);
		try {
			return await work;
		} finally {
			this.underWay.delete(work);
			this.wakeIfIdle();
		}
	}

	async settled(): Promise<void> {
		if (this.isIdle()) return;
		await new Promise<void>((resolve) => this.idle.push(resolve));
	}

	private isIdle(): boolean {
		return this.timers.size === 0 && this.underWay.size === 0;
	}

	private wakeIfIdle(): void {
		if (!this.isIdle()) return;
		const waiting = this.idle;
		this.idle = [];
		for (const wake of waiting) wake();
	}

	/** Drops what has not been delivered yet. */
	reset(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.generation += 1;
		this.poster.abort();
		this.mode = defaultMode();
		this.wakeIfIdle();
	}
}

function defaultMode(): CallbackMode {
	return { duplicate: false, shuffle: false, encoding: 'json' };
}
