import { toKilobytes } from '../../nodes/SmsPartner/values/fileSize';

describe('toKilobytes', () => {
	it.each([
		['104.5Ko', 104.5],
		['762,7 Ko', 762.7],
		['1.5Mo', 1536],
		['512o', 0.5],
		['2 GO', 2097152],
		['135.8KB', 135.8],
	])('reads %j', (size, kilobytes) => {
		expect(toKilobytes(size)).toBe(kilobytes);
	});

	it.each(['', '104.5', 'Ko', '1 apple', undefined, 7])('reads nothing from %j', (size) => {
		expect(toKilobytes(size)).toBeUndefined();
	});
});
