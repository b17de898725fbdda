import { Refusal } from '../../refusal';
import { PROBLEM_TEXTS, readContact, type ContactProblem } from '../../rules/contacts';
import { isFields, text, type Fields } from '../../rules/values';
import type { Platform } from '../../state';
import type { Endpoint } from '../endpoint';
import { WRITE_CODES } from './writing';

const MAX_CONTACTS = 500;

/** A batch of contacts, by the route that a client library uses (docs: contact batch). */
export const addContacts: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/contact/multiple/add',
	keyIn: 'body',
	codes: { 1: 'groupId est requis', ...WRITE_CODES, 10: 'Invalid API key', 50: 'Plus de 500 contacts' },
	keyMissing: 10,
	answer: ({ fields }, platform) => importContacts(fields, platform),
};

type Counter = keyof ReturnType<typeof noErrors>;

/** What becomes of one line; the code of a line is documented for 15 only. */
interface Line {
	phoneNumber: string;
	code: number;
	message: string;
	counter?: Counter;
}

/** An answer without `success` and `code`; lines that are refused do not keep the others back. */
export function importContacts(fields: Fields, platform: Platform): object {
	const groupId = text(fields.groupId);
	if (groupId === undefined) throw new Refusal(1);
	const list = fields.contactsList;
	if (!Array.isArray(list) || list.length === 0) throw new Refusal(2);
	if (list.length > MAX_CONTACTS) throw new Refusal(50, 'Plus de 500 contacts');
	const group = platform.groups.get(groupId);
	if (group === undefined) throw new Refusal(404);

	const seen = new Set<string>();
	const lines = list.map((item: unknown) => importLine(isFields(item) ? item : {}, groupId, seen, platform));
	const errors = noErrors();
	for (const { counter } of lines) if (counter !== undefined) errors[counter] += 1;
	return {
		groupe: { name: group.name, token: groupId },
		results: lines.map(({ code, phoneNumber, message }) => ({
			success: code === 200,
			code,
			phoneNumber,
			message,
		})),
		rapport: {
			nbline: lines.length,
			nbline_imported: lines.filter(({ code }) => code === 200).length,
			nbline_updated: 0,
			errors,
		},
	};
}

function importLine(item: Fields, groupId: string, seen: Set<string>, platform: Platform): Line {
	const { phoneNumber, details, problems } = readContact(item, platform);
	if (phoneNumber === undefined) {
		return { phoneNumber: '', code: 2, message: 'Le numéro de téléphone est requis', counter: 'empty' };
	}
	const [problem] = problems;
	if (problem !== undefined) return { phoneNumber, code: 9, message: PROBLEM_TEXTS[problem], ...COUNTERS[problem] };
	const { groups, stopList } = platform;
	if (seen.has(phoneNumber)) {
		return { phoneNumber, code: 15, message: 'Le numéro est en double', counter: 'duplicatePhone' };
	}
	seen.add(phoneNumber);
	if (groups.has(groupId, phoneNumber)) {
		return { phoneNumber, code: 15, message: WRITE_CODES[15], counter: 'allreadyInGroupe' };
	}
	if (stopList.has(phoneNumber)) {
		return { phoneNumber, code: 14, message: 'Le numéro est dans la liste des STOP SMS', counter: 'stopSms' };
	}
	groups.addContact(groupId, phoneNumber, details);
	return { phoneNumber, code: 200, message: 'Le contact a été ajouté' };
}

/** Which counter a problem raises; names that are too long have none. */
const COUNTERS: Readonly<Record<ContactProblem, { counter?: Counter }>> = {
	phoneNumber: { counter: 'invalidePhone' },
	url: { counter: 'urlInvalide' },
	date: { counter: 'dateInvalide' },
	firstname: {},
	lastname: {},
};

/** Spelt as documented. */
function noErrors() {
	return {
		stopSms: 0,
		invalidePhone: 0,
		duplicatePhone: 0,
		allreadyInGroupe: 0,
		urlInvalide: 0,
		dateInvalide: 0,
		empty: 0,
		unactivated: 0,
		dateInvalid: 0,
	};
}
