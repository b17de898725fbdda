import fc from 'fast-check';
import { mayBeOptOut } from '../../../nodes/SmsPartner/callbacks/optOut/objection';

describe('mayBeOptOut', () => {
	test.each([
		'Arrêt',
		'ARRETEZ SVP',
		'merci d’arrêter',
		'désabonner',
		'Désinscription',
		'ne plus recevoir',
		'retirez mon numéro de votre liste',
		'supprimez-moi',
		'Enlevez moi',
		'Unsubscribe',
		'opt-out',
		'remove me please',
		'spam',
		'plus de sms',
		'Pas de pub !',
		'RGPD',
		'la CNIL en sera informée',
		'C’est du harcèlement',
		'Comment envoyer stop ?',
		'okstop',
		'🛑',
	])('%j may be', (text) => {
		expect(mayBeOptOut(text)).toBe(true);
		expect(mayBeOptOut(`Bonjour. ${text}`.normalize('NFD').toUpperCase())).toBe(true);
	});

	test.each([
		'',
		'Oui',
		'arrêt de bus',
		'12 rue de l’Arrêt',
		'je m’arrête à Lyon',
		'en arrêt maladie',
		'c’est stoppé',
		'ouvert non-stop',
		'at the bus stop',
		'nonstop',
		'je viens retirer mon colis',
		'envoyez plus de photos',
		'je ne reçois plus de sms',
		'je veux m’abonner',
	])('%j is not', (text) => {
		expect(mayBeOptOut(text)).toBe(false);
	});

	test('says so of either end of any text, however long and hostile', () => {
		for (const filling of ['a ', 'retirez ', 'plus de ', 'ne me ', 'merci d ', 'supprimez a b c ', 'sp', 'ﷺ', '\u0301\u0327']) {
			const long = filling.repeat(256_000 / filling.length);
			expect([filling, mayBeOptOut(`unsubscribe ${long}`), mayBeOptOut(`${long} unsubscribe`)]).toEqual([filling, true, true]);
		}
	});

	test('takes any text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof mayBeOptOut(text) === 'boolean'), { numRuns: 500 });
	});
});
