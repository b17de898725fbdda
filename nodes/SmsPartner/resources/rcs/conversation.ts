import type { IDataObject } from 'n8n-workflow';

import type { WrittenAt } from '../../running/parameters';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { asList, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { checkOption, isHole } from '../../values/option';
import { checkReceived, requireReceived, type Written } from '../../values/receivedText';
import { checkUrl } from '../../values/sender';

/** More are refused by the platform (docs: rcs). */
export const MAX_SUGGESTIONS = 4;
/** Characters of a card's texts (docs: rcs). */
export const CARD_LIMITS = { title: 200, description: 500 };

/** What the recipient sees: a text, a file or a card, with the replies to choose from (docs: rcs, richContent). */
export function checkConversation(values: UnknownRecord, writtenAt: WrittenAt): Checked<IDataObject> {
	const content = checkContent(values, writtenAt);
	const suggestions = checkSuggestions(values.suggestions, writtenAt);
	if (!content.ok) return content;
	return suggestions.ok ? accept({ ...content.value, suggestions: suggestions.value }) : suggestions;
}

function checkContent({ content, text, fileUrl, card }: UnknownRecord, writtenAt: WrittenAt): Checked<IDataObject> {
	if (content === 'file') return checkAll({ file: checkMedia(fileUrl, { fieldLabel: 'File URL', ...writtenAt('fileUrl') }) });
	if (content === 'richCard') return checkCard(isRecord(card) ? card : {}, writtenAt);
	const written = { fieldLabel: 'Text', ...writtenAt('text') };
	return checkAll({ text: requireReceived(text, 'Fill in the text of the message. If it comes from an expression, check that it gives a text on this item.', written) });
}

function checkMedia(input: unknown, written: Written): Checked<IDataObject> {
	const received = checkReceived(input, written);
	if (!received.ok) return received;
	const url = checkUrl(received.value, written.fieldLabel);
	if (url.ok) return accept({ media: { fileUrl: url.value } });
	return refuse(url.message, 'Give the public address of the file, such as https://example.com/offer.png: the platform fetches it from there.');
}

/** The documentation shows a card's layout and texts; its picture is taken to be written like that of a file. */
function checkCard(card: UnknownRecord, writtenAt: WrittenAt): Checked<IDataObject> {
	const checked = checkAll({
		title: checkOption(card, 'title', 'Title', (value) => checkCardText(value, CARD_LIMITS.title, { fieldLabel: 'Title', ...writtenAt('card', 'title') })),
		description: checkOption(card, 'description', 'Description', (value) => checkCardText(value, CARD_LIMITS.description, { fieldLabel: 'Description', ...writtenAt('card', 'description') })),
		picture: checkOption(card, 'mediaUrl', 'Media URL', (url) => checkMedia(url, { fieldLabel: 'Media URL', ...writtenAt('card', 'mediaUrl') })),
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

function checkCardText(input: unknown, max: number, written: Written): Checked<string> {
	const { fieldLabel } = written;
	if (typeof input !== 'string' && asText(input) === undefined) return refuse(`${fieldLabel} is not text`, `Give the text of ${fieldLabel}, not a list or an object.`);
	const checked = requireReceived(input, `Fill in ${fieldLabel}, or remove it from Card.`, written);
	if (!checked.ok) return checked;
	const { length } = checked.value;
	return length <= max
		? checked
		: refuse(`${fieldLabel} has ${length} characters, and at most ${max} can be sent`, `Shorten ${fieldLabel} by ${length - max} characters.`);
}

/** The replies of n8n's fixed collection: `{ reply: [{ text, postbackData }] }`. */
function checkSuggestions(input: unknown, writtenAt: WrittenAt): Checked<IDataObject[]> {
	const given = isRecord(input) ? (input.reply ?? (isHole(input, 'reply') ? null : [])) : [];
	const replies = asList(given).filter(isRecord);
	if (!Array.isArray(given) || replies.length < given.length) {
		return refuse('"Suggested Replies" cannot be read', 'Give a list of replies, each with its Text, or remove them all.');
	}
	if (replies.length > MAX_SUGGESTIONS) {
		return refuse(`There are ${replies.length} suggested replies, and at most ${MAX_SUGGESTIONS} can be sent`, `Remove ${replies.length - MAX_SUGGESTIONS} from Suggested Replies.`);
	}
	const suggestions: IDataObject[] = [];
	for (const [index, reply] of replies.entries()) {
		const written = (name: string, fieldLabel: string) => ({ fieldLabel, ...writtenAt('suggestions', 'reply', index, name) });
		const label = requireReceived(reply.text, 'Fill in Text in each of Suggested Replies, or remove the empty one.', written('text', 'The text of a suggested reply'));
		if (!label.ok) return label;
		const postbackData = checkOption(reply, 'postbackData', 'Postback Data', (data) => requireReceived(data, 'Give a text, or leave it empty to get the text of the reply itself.', written('postbackData', '"Postback Data"')));
		if (!postbackData.ok) return postbackData;
		suggestions.push({ reply: { text: label.value, postbackData: postbackData.value ?? label.value } });
	}
	return accept(suggestions);
}
