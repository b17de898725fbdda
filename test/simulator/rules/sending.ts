import { constraintsFailed, Refusal, type FieldProblem } from '../refusal';
import type { Draft, Platform } from '../state';
import { MAX_NUMBERS } from './numberLists';
import { roundEuros, segmentPrice, type PlatformNumber } from './numbers';
import { readSchedule } from './schedule';
import { countSegments } from './text';
import { isOn, present, text, type Fields } from './values';

const MAX_SEGMENTS = 10;

/** One recipient and its text, as the caller wrote them. */
export interface Line {
	phoneNumber: string;
	message: string | undefined;
}

/** What an endpoint lets through, and the names of its number field in error lists and of its count in answers. */
export interface Form {
	endpoint: string;
	phoneField: string;
	countField: 'nb_sms' | 'nbSMS' | 'nb_rcs';
	/** What every recipient gets and what it costs, where it is not the text of the line at the price of SMS. */
	content?: Pick<Draft, 'message' | 'cost'>;
	from?: string;
	survey?: string;
	/** What the endpoint itself found wrong. */
	problems?: readonly FieldProblem[];
}

/** The pages of bulk and survey sends name the field differently, each with its own list key (docs: bulk-send). */
export function phoneFieldOf({ settings }: Platform): string {
	return settings.errorListKey === 'error' ? 'phoneNumber' : 'phoneNumbers';
}

/** A send in which nothing is wrong but, maybe, that some said STOP. */
export interface Judged {
	/** In the order of the lines. */
	numbers: readonly PlatformNumber[];
	/** Refuses what has no price or is too long. */
	draft(): Draft[];
}

/** Judges a whole send, or refuses it. `body` holds the settings that all lines share. */
export function judgeSend(lines: readonly Line[], body: Fields, form: Form, platform: Platform): Judged {
	if (lines.length === 0) throw new Refusal(55);
	if (lines.length > MAX_NUMBERS) throw new Refusal(50);

	const numbers = lines.map((line) => platform.readNumber(line.phoneNumber));
	const schedule = readSchedule(body, platform.now());
	const problems = [
		...messageProblems(lines),
		...numberProblems(lines, numbers, form.phoneField, platform),
		...senderProblems(body),
		...tagProblems(body),
		...schedule.problems,
		...(form.problems ?? []),
	];
	if (problems.length > 0) throw constraintsFailed(problems);
	refuseSender(body);

	const valid = numbers.filter((number) => number !== undefined);
	if (new Set(valid.map((number) => number.e164)).size < valid.length) throw new Refusal(15);

	const shared = sharedFields(body, form, schedule.at?.toJSDate());
	const unicode = isOn(body.isUnicode);
	return {
		numbers: valid,
		draft: () =>
			valid.map((number, index) => ({
				...draft(number, lines[index]?.message ?? '', unicode, shared),
				...form.content,
			})),
	};
}

type SharedFields = Omit<
	Draft,
	'phoneNumber' | 'nationalNumber' | 'countryCode' | 'message' | 'segments' | 'cost'
>;

function sharedFields(body: Fields, form: Form, scheduledAt: Date | undefined): SharedFields {
	return {
		endpoint: form.endpoint,
		sandbox: isOn(body.sandbox),
		stopNotice: isOn(body.isStopSms),
		...present({
			sender: text(body.sender),
			from: form.from,
			survey: form.survey,
			tag: text(body.tag),
			scheduledAt: scheduledAt?.toISOString(),
			urlResponse: text(body.urlResponse),
			urlDlr: text(body.urlDlr),
		}),
	};
}

function draft(number: PlatformNumber, message: string, unicode: boolean, shared: SharedFields): Draft {
	const price = segmentPrice(number.country);
	if (price === undefined || number.country === undefined) throw new Refusal(13);
	const segments = countSegments(message, unicode);
	if (segments > MAX_SEGMENTS) throw new Refusal(52);
	return {
		...shared,
		phoneNumber: number.e164,
		nationalNumber: number.national,
		countryCode: number.country,
		message,
		segments,
		cost: roundEuros(segments * price),
	};
}

function messageProblems(lines: readonly Line[]): FieldProblem[] {
	return lines.some((line) => line.message === undefined)
		? [{ field: 'message', message: 'Le message est requis' }]
		: [];
}

function numberProblems(
	lines: readonly Line[],
	numbers: readonly (PlatformNumber | undefined)[],
	field: string,
	platform: Platform,
): FieldProblem[] {
	const text = "Ce numero de telephone n'est pas valide";
	const invalid = lines.filter((_, index) => numbers[index] === undefined);
	switch (platform.settings.invalidNumberNaming) {
		case 'none':
			return invalid.slice(0, 1).map(() => ({ field, message: text }));
		case 'lastDigits':
			return invalid.map((line) => ({ field, message: `${text} (${line.phoneNumber.slice(-6)})` }));
		case 'asSent':
			return invalid.map((line) => ({ field, message: `${text} (${line.phoneNumber})` }));
	}
}

function senderProblems(body: Fields): FieldProblem[] {
	return (text(body.sender)?.length ?? 0) > 11
		? [{ field: 'sender', message: "L'emetteur ne peut pas etre plus long que 11 caracteres" }]
		: [];
}

/** 3 to 11 characters, no special ones; spaces are only badly shown on some phones (docs: single-send). */
function refuseSender(body: Fields): void {
	const sender = text(body.sender);
	if (sender !== undefined && !/^[A-Za-z0-9 ]{3,11}$/.test(sender)) throw new Refusal(44);
}

/** Up to 20 characters, lower-case, no spaces (docs: single-send); its own code is not documented. */
export function tagProblems(body: Fields): FieldProblem[] {
	const tag = text(body.tag);
	if (tag === undefined || (tag.length <= 20 && !/\s/.test(tag) && tag === tag.toLowerCase())) return [];
	return [{ field: 'tag', message: `Le tag n'est pas valide (${tag})` }];
}
