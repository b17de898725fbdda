/** Refusals of the platform: thrown by the rules, turned into an answer by the server. */

/** One line of a code 9 answer. */
export interface FieldProblem {
	field: string;
	message: string;
}

/** The platform's wording where a page prints it in French, else a translation of the English one (docs: error codes). */
const MESSAGES: Readonly<Record<number, string>> = {
	1: 'Clé API requise',
	2: 'Le numéro de téléphone est requis',
	3: "L'identifiant du message est requis",
	4: 'Message introuvable',
	10: 'Clé API incorrecte',
	11: 'Crédit insuffisant',
	13: 'Aucun tarif par défaut pour ces numéros',
	14: 'Le numéro est dans la liste des STOP SMS',
	15: 'Le numéro est déjà présent dans la liste',
	44: "L'émetteur n'est pas valide",
	45: 'La date est requise',
	47: 'Les minutes ne sont pas valides',
	48: 'Les minutes doivent être comprises entre 5 et 55, par pas de 5',
	49: "La date n'est pas valide",
	50: 'Plus de 500 numéros',
	52: 'Le message dépasse 10 SMS concaténés',
	55: 'Aucun numéro pour cet envoi',
	90: 'JSON mal formé',
	404: 'Introuvable',
	429: 'Trop de requêtes',
};

export class Refusal extends Error {
	/** `text` where the endpoint's own wording and the common one do not fit. */
	constructor(
		readonly code: number,
		readonly text?: string,
		readonly problems?: readonly FieldProblem[],
	) {
		super(text ?? `Code ${code}`);
	}
}

/** Code 9, with the list of what is wrong. */
export function constraintsFailed(problems: readonly FieldProblem[]): Refusal {
	return new Refusal(9, undefined, problems);
}

/**
 * The body of a refusal: one message, or for code 9 a list with Symfony form paths (docs: error shapes).
 * `codes` are the endpoint's own texts.
 */
export function refusalBody(
	refusal: Refusal,
	listKey: 'error' | 'errors' = 'error',
	codes: Readonly<Record<number, string>> = {},
): object {
	const { code, text, problems } = refusal;
	const message = text ?? codes[code] ?? MESSAGES[code] ?? `Erreur ${code}`;
	if (problems === undefined) return { success: false, code, message };
	const list = problems.map((problem) => ({
		elementId: `children[${problem.field}].data`,
		message: problem.message,
	}));
	return { success: false, code, [listKey]: list };
}
