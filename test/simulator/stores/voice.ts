import { roundEuros } from '../rules/numbers';
import { opaqueToken } from '../rules/tokens';

export interface AudioFile {
	readonly token: string;
	readonly name: string;
	/** Such as `104.5Ko`. */
	readonly size: string;
	/** Such as `0:07`. */
	readonly duration: string;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
}

/** One voicemail drop or voice SMS that was taken. */
export interface VoiceCampaign {
	readonly campaignId: string;
	readonly kind: 'voicemail' | 'voiceSms';
	/** E.164 */
	readonly phoneNumbers: readonly string[];
	readonly tokenAudio?: string;
	readonly text?: string;
	readonly sender?: string;
	readonly notifyUrl?: string;
	/** ISO 8601 in UTC. */
	readonly scheduledAt?: string;
	/** Euros */
	readonly cost: number;
	readonly status: 'waiting' | 'sent' | 'cancelled';
}

const START_BALANCE = 19;

/** The Voice account, which is apart from the SMS one: its credit, audio files, senders and campaigns. */
export class Voice {
	balance = START_BALANCE;
	/** E.164 of the numbers that may be shown for call-back. */
	readonly senders = new Set<string>();
	private readonly files = new Map<string, AudioFile>();
	private readonly byId = new Map<string, VoiceCampaign>();

	constructor(private readonly now: () => Date) {}

	audioFiles(): AudioFile[] {
		return [...this.files.values()];
	}

	audioFile(token: string): AudioFile | undefined {
		return this.files.get(token);
	}

	addAudioFile(settings: Partial<Pick<AudioFile, 'name' | 'size' | 'duration'>> = {}): AudioFile {
		const { name = 'message.wav', size = '104.5Ko', duration = '0:07' } = settings;
		const file = { token: opaqueToken(), name, size, duration, createdAt: this.now().toISOString() };
		this.files.set(file.token, file);
		return file;
	}

	rename(file: AudioFile, name: string): void {
		this.files.set(file.token, { ...file, name });
	}

	campaigns(): VoiceCampaign[] {
		return [...this.byId.values()];
	}

	campaign(campaignId: string): VoiceCampaign | undefined {
		return this.byId.get(campaignId);
	}

	/** Takes a campaign and its price, which must be there; a scheduled one waits. */
	take(draft: Omit<VoiceCampaign, 'campaignId' | 'status'>): VoiceCampaign {
		this.balance = roundEuros(this.balance - draft.cost);
		const status = draft.scheduledAt === undefined ? 'sent' : 'waiting';
		return this.keep({ ...draft, campaignId: opaqueToken().slice(0, 10), status });
	}

	/** Gives the price of a waiting campaign back. */
	cancel(campaign: VoiceCampaign): void {
		this.balance = roundEuros(this.balance + campaign.cost);
		this.keep({ ...campaign, status: 'cancelled' });
	}

	/** The waiting campaigns whose time has come; they are sent. */
	takeDue(): VoiceCampaign[] {
		const now = this.now().toISOString();
		return this.campaigns()
			.filter(({ status, scheduledAt = now }) => status === 'waiting' && scheduledAt <= now)
			.map((campaign) => this.keep({ ...campaign, status: 'sent' }));
	}

	clear(): void {
		this.balance = START_BALANCE;
		for (const known of [this.senders, this.files, this.byId]) known.clear();
	}

	private keep(campaign: VoiceCampaign): VoiceCampaign {
		this.byId.set(campaign.campaignId, campaign);
		return campaign;
	}
}
