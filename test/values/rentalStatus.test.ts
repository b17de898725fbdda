import { toRentalStatus } from '../../nodes/SmsPartner/values/rentalStatus';

describe('toRentalStatus', () => {
	it.each([
		[0, 'requested'],
		['1', 'preparing'],
		[2, 'ready'],
		['3', 'failed'],
		[5, 'downloaded'],
		['File downloaded by user from api', 'downloaded'],
		['The file is being created', 'preparing'],
		['The creation of the file is completed. You can download it', 'ready'],
		['The rental request failed', 'failed'],
		['The rental application was made', 'requested'],
		['Fichier téléchargé', 'downloaded'],
		['Fichier prêt à être téléchargé', 'ready'],
		['Échec de la location', 'failed'],
	])('%j is %s', (said, status) => {
		expect(toRentalStatus(said)).toBe(status);
	});

	it.each([4, 200, '', 'constructor', undefined, null, {}, 'lost'])('%j is unknown', (said) => {
		expect(toRentalStatus(said)).toBe('unknown');
	});
});
