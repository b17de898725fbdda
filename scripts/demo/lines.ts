import { asText, isRecord } from '../../nodes/SmsPartner/values/narrow';

/** An item that left the trigger, and the branch it took. */
export interface Departure {
	branch: string;
	json: Record<string, unknown>;
}

const whatWidth = 15;
const longestText = 50;

/** One line per thing that happened: what, who, details, and by which branch it left the trigger. */
export function departureLine({ branch, json }: Departure): string {
	return `${line(whatHappened(json), asText(json['phoneNumber']), details(json))}  -> ${branch}`;
}

export function line(what: string, who = '', more = ''): string {
	return `  ${[what.padEnd(whatWidth), who.padEnd(13), more].join(' ')}`.trimEnd();
}

/** A text on one line, shortened where it is long. */
export function quote(text: string): string {
	const flat = text.replaceAll(':br:', ' ').replace(/\s+/g, ' ');
	return `"${flat.length > longestText ? `${flat.slice(0, longestText)}...` : flat}"`;
}

function whatHappened(json: Record<string, unknown>): string {
	switch (json['event']) {
		case 'reply':
			return 'replied';
		case 'stop':
			return 'STOP';
		case 'deliveryReport':
			return json['status'] === 'notDelivered' ? 'not delivered' : String(json['status']);
		case 'voiceStatus':
			return 'voice status';
		case 'numberCheck':
			return 'number check';
		default:
			return String(json['event']);
	}
}

function details(json: Record<string, unknown>): string {
	const text = asText(json['text']);
	if (text !== undefined) return [quote(text), partOf(json)].join('');
	if (json['event'] === 'voiceStatus') return `${json['status']}, ${json['answered'] === true ? 'answered' : 'not answered'}`;
	return isRecord(json['raw']) && json['event'] === 'unrecognised' ? quote(JSON.stringify(json['raw'])) : '';
}

function partOf({ part, parts, complete }: Record<string, unknown>): string {
	return complete === false && typeof part === 'number' ? ` (part ${part} of ${parts})` : '';
}
