/** In the singular. They say what a message is about and not who writes; nobody publishes the operators' own list. */
const GENERIC: ReadonlySet<string> = new Set([
	...['info', 'information', 'news', 'newsletter', 'message', 'msg', 'sms', 'texto', 'test', 'contact', 'support', 'service', 'admin'],
	...['alert', 'alerte', 'urgent', 'urgence', 'securite', 'security', 'code', 'verif', 'verification', 'confirmation', 'notif', 'notification', 'rappel', 'reminder'],
	...['rdv', 'rendezvous', 'reservation', 'convocation', 'client', 'compte', 'commande', 'colis', 'parcel', 'livraison', 'delivery', 'suivi'],
	...['banque', 'bank', 'credit', 'assurance', 'mutuelle', 'paiement', 'payment', 'facture', 'amende', 'impot', 'remboursement'],
	...['promo', 'promotion', 'offre', 'offer', 'solde', 'vente', 'pub', 'publicite', 'boutique', 'magasin'],
]);

/**
 * Whether French operators may replace or block a sender name, as they do since March 2025 because fraud used such
 * names: it holds a space, or a word that anybody could use.
 */
export function isOftenBlocked(sender: string): boolean {
	const words = sender.toLowerCase().split(/[^a-z]+/);
	return sender.includes(' ') || words.some((word) => GENERIC.has(word) || GENERIC.has(word.replace(/s$/, '')));
}
