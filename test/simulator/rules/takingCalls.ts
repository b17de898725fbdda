import { voiceCallbacks } from '../callbacks/voice';
import { areTaken, notSentItem, refusePart, type PartlySent, type PartRefusal } from '../partlySent';
import type { Platform } from '../state';
import type { VoiceCampaign } from '../stores/voice';
import { namedRefusalBody } from '../voiceRefusal';
import { readNumber } from './numbers';
import { frenchNumbers, voicePrice, type VoicePrice } from './voice';

/** Calls that were taken, and what they cost. */
export interface TakenCalls {
	campaign: VoiceCampaign;
	price: VoicePrice;
}

type CallDraft = Omit<VoiceCampaign, 'campaignId' | 'status' | 'phoneNumbers' | 'cost'>;

/** Takes calls to all numbers, or refuses them: as a whole, or after the part that `partlySent` lets through. */
export function takeCalls(
	numbers: readonly string[],
	draft: CallDraft,
	partlySent: PartlySent | undefined,
	platform: Platform,
): TakenCalls {
	if (partlySent !== undefined) throw takePart(numbers, draft, partlySent, platform);
	const phoneNumbers = frenchNumbers(numbers, platform);
	const price = voicePrice(phoneNumbers.length, platform);
	const campaign = platform.voice.take({ ...draft, phoneNumbers, cost: price.cost });
	if (campaign.status === 'sent') platform.callBackLater(() => voiceCallbacks(campaign, platform));
	return { campaign, price };
}

/** The evidence is fields of a success; a list of recipients is borrowed from SMS. */
function takePart(
	numbers: readonly string[],
	draft: CallDraft,
	part: PartlySent,
	platform: Platform,
): PartRefusal {
	const sent = areTaken(part.taken, numbers);
	const rest = numbers.filter((_, index) => sent[index]);
	const done = rest.length > 0 ? takeCalls(rest, draft, undefined, platform) : undefined;
	const { nbSms, cost } = done?.price ?? { nbSms: 0, cost: 0 };
	const signs = {
		id: done && { campaignId: done.campaign.campaignId },
		totals: { nbSms, cost },
		list: numbers.map((number, index) => {
			const phoneNumber = readNumber(number)?.e164 ?? number;
			return sent[index] ? { success: true, phoneNumber } : notSentItem(part, phoneNumber);
		}),
	};
	const { code, message } = part;
	if (typeof code !== 'string') return refusePart(part, signs);
	return refusePart(part, signs, namedRefusalBody(code, message, platform.behaviour.voiceErrorShape));
}
