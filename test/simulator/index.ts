import { once, setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import { AutomaticCallbacks } from './callbacks/automatic';
import { explicitCallbacks } from './callbacks/explicit';
import { CallbackPoster } from './callbacks/post';
import { addControlRoutes } from './control';
import { Faults } from './faults';
import { Listeners } from './listeners';
import { Refusal } from './refusal';
import { anyForm, roundEuros, SMS_PRICE } from './rules/numbers';
import { platformServer } from './server';
import { Platform, type PlatformEvents, type Settings } from './state';
import type { Simulator, SimulatorOptions } from './types';

export type * from './types';

const DEFAULTS: Settings = {
	apiKey: 'simulator-sms-key',
	voiceApiKey: 'simulator-voice-key',
	automaticReports: true,
	reportDelayMs: 20,
	businessErrorStatus: 400,
	errorListKey: 'error',
	invalidNumberNaming: 'asSent',
	accountReplyUrl: undefined,
	balance: 10225.119,
	now: () => new Date(),
	behaviour: {},
};

/**
 * Starts a local SMS Partner and Voice Partner that behaves as the documentation says and misbehaves when told to.
 * It listens on the loopback interface only. See Simulator for what it can do.
 */
export async function startSimulator({ port = 0, ...options }: SimulatorOptions = {}): Promise<Simulator> {
	const listeners = new Listeners<PlatformEvents>();
	const platform = new Platform({ ...DEFAULTS, ...options }, listeners);
	const faults = new Faults();
	const poster = new CallbackPoster(listeners);
	const automatic = new AutomaticCallbacks(platform, poster, listeners);
	const stopping = new AbortController();
	setMaxListeners(0, stopping.signal);
	const app = platformServer(platform, faults, stopping.signal);
	const server = app.listen(port, '127.0.0.1');
	await once(server, 'listening');
	// Longer than any test: an idle client connection is never cut under a request on its way.
	server.keepAliveTimeout = 600_000;
	const departures = setInterval(() => automatic.departScheduled(), 1000).unref();
	const url = `http://127.0.0.1:${portOf(server)}`;

	const simulator: Simulator = {
		url,
		smsBaseUrl: `${url}/sms/v1`,
		voiceBaseUrl: `${url}/voice/v1`,
		apiKey: platform.settings.apiKey,
		voiceApiKey: platform.settings.voiceApiKey,
		accepted: platform.accepted,
		requests: platform.requests,
		behaviour: platform.behaviour,
		faults,
		callbacks: explicitCallbacks(poster),

		acceptedFor: (phoneNumber) => platform.acceptedFor(anyForm(phoneNumber)),
		countRequests: (path) => platform.requests.filter((request) => request.path === path).length,

		get balance() {
			return platform.balance;
		},
		setBalance(euros) {
			platform.balance = euros;
		},
		setSmsCredit(count) {
			platform.balance = roundEuros(count * SMS_PRICE);
		},
		deny(code, message) {
			platform.denial = code === undefined ? undefined : new Refusal(code, message);
		},
		setStatistics: (month, total) => void platform.earlier.set(month, total),
		setAccountReplyUrl(replyUrl) {
			platform.accountReplyUrl = replyUrl;
		},

		optOut: (phoneNumber) => void platform.stopList.add(anyForm(phoneNumber)),
		get stopList() {
			return platform.stopList.entries();
		},
		makeInvalid: (phoneNumber) => void platform.invalid.add(anyForm(phoneNumber)),
		setStatus: (phoneNumber, status) => platform.setStatus(anyForm(phoneNumber), status),
		numberChecks: platform.numberChecks.all,
		setNumberCheck: (phoneNumber, result) => platform.numberChecks.setResult(anyForm(phoneNumber), result),

		get groups() {
			return platform.groups.all();
		},
		addGroup: (name) => platform.groups.add(name),
		get contacts() {
			return platform.groups.contacts();
		},
		addContact: (groupId, phoneNumber, details = {}) =>
			platform.groups.addContact(groupId, anyForm(phoneNumber), details),

		get virtualNumbers() {
			return platform.virtualNumbers.all();
		},
		addVirtualNumber: (written, settings) => {
			const number = anyForm(written).replace('+', '');
			return platform.virtualNumbers.set({ number, forwarding: 'off', state: 'active', ...settings });
		},

		get subaccounts() {
			return platform.subaccounts.all();
		},
		addSubaccount: (settings = {}) => platform.subaccounts.add(settings),

		get rentals() {
			return platform.rentals.all();
		},
		setRentalVolume: (place, volume) => platform.rentals.setAvailable(place, volume),
		setRentalState: (token, state) => platform.rentals.setState(token, state),

		get voiceCampaigns() {
			return platform.voice.campaigns();
		},
		get audioFiles() {
			return platform.voice.audioFiles();
		},
		addAudioFile: (settings) => platform.voice.addAudioFile(settings),
		authorizeVoiceSender: (phoneNumber) => void platform.voice.senders.add(anyForm(phoneNumber)),
		get voiceBalance() {
			return platform.voice.balance;
		},
		setVoiceBalance(euros) {
			platform.voice.balance = euros;
		},

		get callbackMode() {
			return automatic.mode;
		},
		set callbackMode(mode) {
			automatic.mode = mode;
		},
		reply: async (phoneNumber, text) => await automatic.reply(anyForm(phoneNumber), text),
		departScheduled: () => automatic.departScheduled(),
		settled: async () => await automatic.settled(),
		on: (event, listener) => listeners.on(event, listener),
		reset() {
			platform.reset();
			faults.clear();
			automatic.reset();
		},
		async stop() {
			clearInterval(departures);
			stopping.abort();
			automatic.reset();
			poster.stop();
			await close(server);
		},
	};
	addControlRoutes(app, simulator);
	return simulator;
}

function portOf(server: Server): number {
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The simulator is not listening');
	return address.port;
}

/** Ends every connection, also those that a fault left hanging. */
async function close(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeAllConnections();
	await closed;
}
