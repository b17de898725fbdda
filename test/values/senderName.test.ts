import { isOftenBlocked } from '../../nodes/SmsPartner/values/senderName';

it.each(['Info', 'INFOS', 'infos', 'Alerte', 'RDV', 'Colis', 'COLIS', 'banque', 'Promo', 'promos', 'Livraison', 'Service', 'Clients', 'SMS', 'test', 'Contact', 'URGENT', 'Notif', 'Facture', 'Paiement', 'Amende', 'Info24', '24Colis', 'My Shop', 'Info Morel', 'A B'])(
	'%s is often blocked',
	(sender) => {
		expect(isOftenBlocked(sender)).toBe(true);
	},
);

it.each(['MyShop', 'Morel', 'Infogreffe', 'Banquise', 'Coliseum', 'Testarossa', 'Promod', 'Servier', 'cyril', 'A36111', 'sss'])('%s is a name', (sender) => {
	expect(isOftenBlocked(sender)).toBe(false);
});
