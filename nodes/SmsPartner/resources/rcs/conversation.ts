import type { IDataObject } from 'n8n-workflow';

import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { asList, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { checkOption, isHole } from '../../values/option';
import { requireText } from '../../values/requireText';
import { checkUrl } from '../../values/sender';

/** More are refused by the platform (docs: rcs). */
export const MAX_SUGGESTIONS = 4;
/** Characters of a card's texts (docs: rcs). */
export const CARD_LIMITS = { title: 200, description: 500 };

/** What the recipient sees: a text, a file or a card, with the replies to choose from (docs: rcs, richContent). */
export function checkConversation(values: UnknownRecord): Checked<IDataObject> {
	const content = checkContent(values);
	const suggestions = checkSuggestions(values.suggestions);
	if (!content.ok) return content;
	return suggestions.ok ? accept({ ...content.value, suggestions: suggestions.value }) : suggestions;
}

function checkContent({ content, text, fileUrl, card }: UnknownRecord): Checked<IDataObject> {
	if (content === 'file') return checkAll({ file: checkMedia(fileUrl, 'File URL') });
	if (content === 'richCard') return checkCard(isRecord(card) ? card : {});
	return checkAll({ text: requireText(text, 'Text', 'Fill in the text of the message. If it comes from an expression, check that it gives a text on this item.') });
}

function checkMedia(input: unknown, fieldLabel: string): Checked<IDataObject> {
	const url = checkUrl(input, fieldLabel);
	if (url.ok) return accept({ media: { fileUrl: url.value } });
	return refuse(url.message, 'Give the public address of the file, such as https://example.com/offer.png: the platform fetches it from there.');
}

/** The documentation shows a card's layout and texts; its picture is taken to be written like that of a file. */
function checkCard(card: UnknownRecord): Checked<IDataObject> {
	const checked = checkAll({
		title: checkOption(card, 'title', 'Title', (value) => checkLength(value, 'Title', CARD_LIMITS.title)),
		description: checkOption(card, 'description', 'Description', (value) => checkLength(value, 'Description', CARD_LIMITS.description)),
		picture: checkOption(card, 'mediaUrl', 'Media URL', (url) => checkMedia(url, 'Media URL')),
		orientation: checkOption(card, 'orientation', 'Orientation', (value) => checkChoice(value, ['HORIZONTAL', 'VERTICAL'], 'Orientation')),
		alignment: checkOption(card, 'imageAlignment', 'Image Alignment', (value) => checkChoice(value, ['LEFT', 'RIGHT'], 'Image Alignment')),
	});
	if (!checked.ok) return checked;
	const { picture, orientation = 'VERTICAL', alignment = 'LEFT', ...texts } = checked.value;
	if (asText(texts.title) === undefined && asText(texts.description) === undefined) {
		return refuse('Card has no text', 'Add Title or Description to Card.');
	}
	return accept({
		richCard: {
			orientation,
			...(orientation === 'HORIZONTAL' && { thumbnailImageAlignment: alignment }),
			...texts,
			...picture,
		},
	});
}

function checkChoice(input: unknown, choices: readonly string[], fieldLabel: string): Checked<string> {
	const choice = choices.find((each) => each === input);
	return choice === undefined ? refuse(`"${fieldLabel}" is none of the known ones`, `Choose one of these in ${fieldLabel}: ${choices.join(', ')}.`) : accept(choice);
}

function checkLength(input: unknown, fieldLabel: string, max: number): Checked<string> {
	const text = String(input);
	return text.length <= max
		? accept(text)
		: refuse(`${fieldLabel} has ${text.length} characters, and at most ${max} can be sent`, `Shorten ${fieldLabel} by ${text.length - max} characters.`);
}

/** The replies of n8n's fixed collection: `{ reply: [{ text, postbackData }] }`. */
function checkSuggestions(input: unknown): Checked<IDataObject[]> {
	const given = isRecord(input) ? (input.reply ?? (isHole(input, 'reply') ? null : [])) : [];
	const replies = asList(given).filter(isRecord);
	if (!Array.isArray(given) || replies.length < given.length) {
		return refuse('"Suggested Replies" cannot be read', 'Give a list of replies, each with its Text, or remove them all.');
	}
	if (replies.length > MAX_SUGGESTIONS) {
		return refuse(`There are ${replies.length} suggested replies, and at most ${MAX_SUGGESTIONS} can be sent`, `Remove ${replies.length - MAX_SUGGESTIONS} from Suggested Replies.`);
	}
	const suggestions: IDataObject[] = [];
	for (const reply of replies) {
		const label = requireText(reply.text, 'The text of a suggested reply', 'Fill in Text in each of Suggested Replies, or remove the empty one.');
		if (!label.ok) return label;
		const postbackData = checkOption(reply, 'postbackData', 'Postback Data', (data) => requireText(data, '"Postback Data"', 'Give a text, or leave it empty to get the text of the reply itself.'));
		if (!postbackData.ok) return postbackData;
		suggestions.push({ reply: { text: label.value, postbackData: postbackData.value ?? label.value } });
	}
	return accept(suggestions);
}
