import { describeAreas, describeCost, totalVolume } from '../../../nodes/SmsPartner/resources/contactRental/quote';

describe('describeCost', () => {
	it.each([
		[{ cost: { quantity: 20, total: 2.52, cost_unity: 0.09 } }, { quantity: 20, cost: 2.52, unitCost: 0.09, currency: 'EUR' }],
		[{ cost: { quantity: '10', total: '0.900', cost_unity: '0.090' }, currency: 'CHF' }, { quantity: 10, cost: 0.9, unitCost: 0.09, currency: 'CHF' }],
		[{}, { quantity: null, cost: null, unitCost: null, currency: 'EUR' }],
	])('reads %j', (record, seen) => {
		expect(describeCost(record)).toEqual(seen);
	});
});

describe('areas', () => {
	const list = [
		{ Type: 'CP', Localite: '06200', Volume: 20 },
		{ Type: 'Département', Localite: '60', Volume: '7' },
		{ Type: 'Grande ville', Location: 'Nice', Rank: '10', Volume: '266' },
		{ Type: 'total', Localite: 'total', Volume: 27 },
		'odd',
	];

	it('are described without their total', () => {
		expect(describeAreas(list, ({ Rank }) => (Rank === undefined ? {} : { rank: Rank }))).toEqual([
			{ type: 'zipCode', area: '06200', volume: 20 },
			{ type: 'department', area: '60', volume: 7 },
			{ type: 'grandeVille', area: 'Nice', volume: 266, rank: '10' },
		]);
		expect(totalVolume(list)).toBe(27);
	});

	it('may be missing', () => {
		expect(describeAreas(undefined)).toEqual([]);
		expect(describeAreas([{}])).toEqual([{ type: null, area: null, volume: null }]);
		expect(totalVolume([{ Type: 'CP', Volume: 1 }])).toBeNull();
	});
});
