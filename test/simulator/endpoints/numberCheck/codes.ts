/** What the two verification endpoints share (docs: HLR check, format check). */
export const VERIFICATION_CODES = {
	3: 'Les numéros doivent être séparés par des virgules',
	13: 'Aucun tarif par défaut pour cette destination',
} as const;
