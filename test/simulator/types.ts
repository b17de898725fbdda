/** What the simulator offers to tests and to the demo. Start with `startSimulator` in index.ts. */
import type { Behaviour, ListTotal, NumberForm, OptedOutBatch, VoiceErrorShape } from './behaviour';
import type { ExplicitCallbacks } from './callbacks/explicit';
import type { CallbackAnswer, CallbackDelivery } from './callbacks/post';
import type { Fault, FaultScope } from './faults';
import type { PartlySent, PartlySentFault, RefusalEvidence, TakenPart } from './partlySent';
import type { Contact, ContactDetails, Group } from './stores/groups';
import type { NumberCheck, NumberCheckResult } from './stores/numberChecks';
import type { Rental, RentalState } from './stores/rentals';
import type { StopEntry } from './stores/stopList';
import type { Subaccount } from './stores/subaccounts';
import type { VirtualNumber } from './stores/virtualNumbers';
import type { AudioFile, VoiceCampaign } from './stores/voice';

export type { Behaviour, ListTotal, NumberForm, OptedOutBatch, VoiceErrorShape };
export type { PartlySent, PartlySentFault, RefusalEvidence, TakenPart };
export type { Contact, ContactDetails, Group, NumberCheck, NumberCheckResult };
export type { StopEntry, Subaccount, VirtualNumber };
export type { AudioFile, Rental, RentalState, VoiceCampaign };
export type { ExplicitCallbacks, CallbackAnswer, CallbackDelivery, Fault, FaultScope };

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	apiKey?: string;
	voiceApiKey?: string;
	/** Whether every accepted SMS gets its final status and a report to its `urlDlr`, and every check its result. Default true. */
	automaticReports?: boolean;
	/** Time between the acceptance and the report. Default 20. */
	reportDelayMs?: number;
	/** HTTP status of a refusal in a well-formed exchange; the documentation knows both. Default 400. */
	businessErrorStatus?: 200 | 400;
	/** The key of the list in a code 9 answer; the documentation prints both. Default `error`. */
	errorListKey?: 'error' | 'errors';
	/** How a code 9 answer names an invalid number: the documented sample may be whole or cut. Default `asSent`. */
	invalidNumberNaming?: 'asSent' | 'lastDigits' | 'none';
	/** The account's reply URL, for SMS that carry no `urlResponse` of their own. */
	accountReplyUrl?: string;
	/** Euros on the account. */
	balance?: number;
	/** The platform's clock, for scheduled sends. Default: the real one. */
	now?: () => Date;
	/** What differs from the defaults in behaviour.ts. */
	behaviour?: Partial<Behaviour>;
}

/** `ko` is an SMS that was not sent. */
export type DeliveryStatus = 'delivered' | 'not delivered' | 'waiting' | 'ko';

/** One SMS, survey or RCS that the platform really took. */
export interface AcceptedSms {
	readonly messageId: string;
	/** E.164 */
	readonly phoneNumber: string;
	/** As it was sent, tags included; of an RCS its text, empty for files and cards. */
	readonly message: string;
	readonly sender?: string;
	/** The virtual number it left from, without `+`. */
	readonly from?: string;
	/** Identifier of the survey that was sent; the text of one is `Sondage` with it. */
	readonly survey?: string;
	readonly tag?: string;
	readonly endpoint: string;
	readonly segments: number;
	/** Euros */
	readonly cost: number;
	/** ISO 8601 in UTC. */
	readonly scheduledAt?: string;
	readonly sandbox: boolean;
	readonly stopNotice: boolean;
	readonly urlResponse?: string;
	readonly urlDlr?: string;
	readonly countryCode: string;
	/** French national form for a French number, else E.164. */
	readonly nationalNumber: string;
	readonly status: DeliveryStatus | 'cancelled';
	/** ISO 8601 in UTC: when it got this status. */
	readonly statusAt: string;
}

export interface ReceivedRequest {
	readonly method: string;
	/** Without base path and key: `/send`, `/me`, and for Voice `/me/{apiKey}`. */
	readonly path: string;
	readonly query: Readonly<Record<string, unknown>>;
	/** Parsed JSON, or the text itself if it could not be parsed; undefined without a body. */
	readonly body: unknown;
	/** Where the key was; of two places, the one where it should not have been. */
	readonly keyPlacement: 'query' | 'body' | 'path' | 'missing';
	/** What was answered. */
	readonly status: number | 'reset' | 'timeout';
}

export interface SimulatorEvents {
	/** An SMS was taken. */
	accepted: AcceptedSms;
	/** A callback was made and answered, or failed. */
	callback: CallbackDelivery;
}

/** How automatic callbacks are delivered. */
export interface CallbackMode {
	/** Each one twice. */
	duplicate: boolean;
	/** Those of one request in reverse order, one after the other: reordered, and the same way at every run. */
	shuffle: boolean;
	encoding: 'json' | 'form';
}

export interface Simulator {
	readonly url: string;
	readonly smsBaseUrl: string;
	readonly voiceBaseUrl: string;
	readonly apiKey: string;
	readonly voiceApiKey: string;

	/** Every SMS taken since the start or the last reset, in order. */
	readonly accepted: readonly AcceptedSms[];
	acceptedFor(phoneNumber: string): readonly AcceptedSms[];
	readonly requests: readonly ReceivedRequest[];
	/** Requests to a path, whatever became of them. */
	countRequests(path: string): number;

	/** May be changed at any time; `reset` goes back to what the options said. */
	readonly behaviour: Behaviour;
	readonly faults: { add(fault: Fault, when?: FaultScope): void; clear(): void };

	setBalance(euros: number): void;
	/** Gives the account what so many French SMS of one segment cost; `/me` says so as `creditSms`. */
	setSmsCredit(count: number): void;
	/** Euros on the account. */
	readonly balance: number;
	/** Every later call is refused like this (20, 30, 40, 96, ...); `deny(undefined)` ends it. */
	deny(code: number | undefined, message?: string): void;
	/** What `/statistics/cost-resume` says of a month (`YYYY-MM`), beside what was sent here: euros, and SMS billed. */
	setStatistics(month: string, total: { cost: number; sent: number }): void;
	setAccountReplyUrl(url: string | undefined): void;

	/** Puts the number on the STOP list: a send to it is refused (code 14). */
	optOut(phoneNumber: string): void;
	/** Numbers that want no SMS, whoever put them there: `optOut`, a STOP, `/stop-sms/add`. */
	readonly stopList: readonly StopEntry[];
	/** The platform calls this number invalid: a send that contains it is refused as a whole (code 9). */
	makeInvalid(phoneNumber: string): void;
	/** What becomes of SMS and voice calls to this number, SMS already sent included. Default `delivered`. */
	setStatus(phoneNumber: string, status: DeliveryStatus): void;
	/** Every number whose check by `/hlr/notify` was paid, in order. */
	readonly numberChecks: readonly NumberCheck[];
	/** What later results of `/hlr/notify` say of the number. Default: it can be reached. */
	setNumberCheck(phoneNumber: string, result: NumberCheckResult): void;

	readonly groups: readonly Group[];
	addGroup(name: string): Group;
	/** The contacts of all groups. */
	readonly contacts: readonly Contact[];
	/** Fails if there is no such group, or the number is in it. */
	addContact(groupId: string, phoneNumber: string, details?: ContactDetails): Contact;

	/** Of the account: `33700000001`, and those added. */
	readonly virtualNumbers: readonly VirtualNumber[];
	/** Adds a virtual number or changes one; `forwarding` is `off` and `state` is `active` by default. */
	addVirtualNumber(number: string, settings?: Partial<Omit<VirtualNumber, 'number'>>): VirtualNumber;

	readonly subaccounts: readonly Subaccount[];
	/** `simple` with an e-mail made up and no credit by default; its credit does not come from the account. */
	addSubaccount(settings?: Partial<Pick<Subaccount, 'email' | 'type' | 'balance'>>): Subaccount;

	/** Contacts that were rented and paid. */
	readonly rentals: readonly Rental[];
	/** How many contacts a zip code or department has; 266 by default. */
	setRentalVolume(place: string, volume: number): void;
	/** A rental is `ready` at once, `downloaded` after its download. Fails if there is no such rental. */
	setRentalState(token: string, state: RentalState): void;

	/** Every voicemail drop and voice SMS taken, in order. Their callbacks follow `setStatus`. */
	readonly voiceCampaigns: readonly VoiceCampaign[];
	readonly audioFiles: readonly AudioFile[];
	addAudioFile(settings?: Partial<Pick<AudioFile, 'name' | 'size' | 'duration'>>): AudioFile;
	/** Lets voicemail drops show this number for call-back; others are refused. */
	authorizeVoiceSender(phoneNumber: string): void;
	/** Euros on the Voice account, which starts with 19. */
	readonly voiceBalance: number;
	setVoiceBalance(euros: number): void;

	/** Posts a payload to a URL; nothing else changes on the platform. */
	readonly callbacks: ExplicitCallbacks;
	callbackMode: CallbackMode;
	/**
	 * The person with this number answers the last SMS received: by the reply URL of that SMS, else the account's.
	 * `STOP` enters the STOP list too. Gives the answers to the callbacks made, none if nobody is to be told.
	 * Fails if the number received nothing.
	 */
	reply(phoneNumber: string, text: string): Promise<readonly CallbackAnswer[]>;
	/** Lets scheduled SMS and voice campaigns leave whose time has come; done every second by itself, by hand when `now` is set. */
	departScheduled(): void;

	on<Event extends keyof SimulatorEvents>(
		event: Event,
		listener: (value: SimulatorEvents[Event]) => void,
	): void;
	/** Resolves when no automatic callback is pending; those of scheduled SMS do not count. */
	settled(): Promise<void>;
	/** Back to the state after the start; listeners stay. */
	reset(): void;
	stop(): Promise<void>;
}
