import type { FieldProblem } from '../refusal';
import { isFields, text, type Fields } from './values';

const MAX_SUGGESTIONS = 4;
const MAX_TITLE = 200;
const MAX_DESCRIPTION = 500;

/**
 * What is wrong with the `richContent` of an RCS message: a conversation with a text, a file or a rich card, and at
 * most four suggestions (docs: RCS). What cards hold beyond title and layout could not be read there, so it is let through.
 */
export function richContentProblems(richContent: unknown): FieldProblem[] {
	const conversation = isFields(richContent) ? richContent.conversation : undefined;
	if (!isFields(conversation)) return [problem('richContent est requis')];
	return [...contentProblems(conversation), ...suggestionProblems(conversation.suggestions)];
}

function contentProblems({ text: written, file, richCard }: Fields): FieldProblem[] {
	if (isFields(richCard)) return cardProblems(richCard);
	if (isFields(file)) {
		const url = isFields(file.media) ? text(file.media.fileUrl) : undefined;
		return url === undefined ? [problem("L'adresse du fichier est requise")] : [];
	}
	return text(written) === undefined ? [problem('Le contenu est requis')] : [];
}

function cardProblems({ title, description, orientation, thumbnailImageAlignment }: Fields): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if ((text(title)?.length ?? 0) > MAX_TITLE) problems.push(problem('Le titre est trop long'));
	if ((text(description)?.length ?? 0) > MAX_DESCRIPTION) problems.push(problem('La description est trop longue'));
	if (orientation !== 'VERTICAL' && orientation !== 'HORIZONTAL') {
		problems.push(problem("L'orientation n'est pas valide"));
	}
	if (thumbnailImageAlignment !== undefined && orientation !== 'HORIZONTAL') {
		problems.push(problem("L'alignement de l'image demande une carte horizontale"));
	}
	return problems;
}

function suggestionProblems(suggestions: unknown): FieldProblem[] {
	if (suggestions === undefined) return [];
	if (!Array.isArray(suggestions)) return [problem('Les suggestions ne sont pas valides')];
	return suggestions.length > MAX_SUGGESTIONS ? [problem('Plus de 4 suggestions')] : [];
}

function problem(message: string): FieldProblem {
	return { field: 'richContent', message };
}
