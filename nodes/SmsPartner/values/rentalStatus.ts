/** How far a contact rental is. */
export type RentalStatus = 'requested' | 'preparing' | 'ready' | 'failed' | 'downloaded' | 'unknown';

/** docs: rental status */
const STATUS_OF_CODE: Readonly<Record<string, RentalStatus>> = {
	0: 'requested',
	1: 'preparing',
	2: 'ready',
	3: 'failed',
	5: 'downloaded',
};

/** One sentence is documented ("File downloaded by user from api"); the others are expected in the words of the codes. */
const STATUS_OF_WORDS: ReadonlyArray<[words: RegExp, status: RentalStatus]> = [
	[/fail|echec|echou/, 'failed'],
	[/\bready\b|can download|completed|\bpret\b|disponible/, 'ready'],
	[/being|creating|progress|en cours/, 'preparing'],
	[/downloaded|telecharge/, 'downloaded'],
	[/request|\bmade\b|demande/, 'requested'],
];

/** The status that a code or a sentence of the platform stands for; `unknown` when it is none of the documented ones. */
export function toRentalStatus(value: unknown): RentalStatus {
	if (typeof value !== 'string' && typeof value !== 'number') return 'unknown';
	const text = String(value).normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
	if (/^\d+$/.test(text)) return STATUS_OF_CODE[text] ?? 'unknown';
	return STATUS_OF_WORDS.find(([words]) => words.test(text))?.[1] ?? 'unknown';
}
