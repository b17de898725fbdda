import { mayBeOptOut } from '../../../nodes/SmsPartner/callbacks/optOut/objection';
import { saysStop } from '../../../nodes/SmsPartner/callbacks/optOut/stop';
import { heldOut } from '../support/optOuts/heldOut';
import { objections } from '../support/optOuts/objections';
import { replies } from '../support/optOuts/replies';
import { stops } from '../support/optOuts/stops';

/** As the trigger decides: what leaves by STOP needs no mark. */
const isReply = (text: string) => !saysStop(text);
const isMarked = (text: string) => isReply(text) && mayBeOptOut(text);
const isNotMarked = (text: string) => !isMarked(text);
const isSeen = (text: string) => saysStop(text) || mayBeOptOut(text);

const holdsTheWord = (text: string) => /stop/i.test(text);
const lacksTheWord = (text: string) => !holdsTheWord(text);

const allOf = (groups: Record<string, readonly string[]>) => Object.values(groups).flat();
const ordinary = allOf(replies);

/** What is counted, in which texts, and the least share. STOP in an ordinary reply is marked by intent: nobody can be sure of it. */
const rates: ReadonlyArray<{ what: string; texts: readonly string[]; isSo: (text: string) => boolean; least: number }> = [
	{ what: 'STOP as the first word leaves by STOP', texts: stops['first word'], isSo: saysStop, least: 1 },
	{ what: 'STOP as the last word leaves by STOP', texts: stops['last word'], isSo: saysStop, least: 1 },
	{ what: 'STOPs leave by STOP', texts: allOf(stops), isSo: saysStop, least: 0.98 },
	{ what: 'STOPs leave by STOP, or are marked', texts: allOf(stops), isSo: isSeen, least: 0.98 },
	{ what: 'objections in other words are marked', texts: allOf(objections), isSo: isMarked, least: 0.97 },
	{ what: 'ordinary replies stay replies', texts: ordinary, isSo: isReply, least: 0.97 },
	{ what: 'ordinary replies without the word are not marked', texts: ordinary.filter(lacksTheWord), isSo: isNotMarked, least: 0.97 },
	{ what: 'ordinary replies with the word are not marked', texts: ordinary.filter(holdsTheWord), isSo: isNotMarked, least: 0.4 },
	{ what: 'held out: STOPs leave by STOP', texts: heldOut.stop, isSo: saysStop, least: 0.95 },
	{ what: 'held out: STOPs leave by STOP, or are marked', texts: heldOut.stop, isSo: isSeen, least: 0.98 },
	{ what: 'held out: objections in other words are marked', texts: heldOut.objection, isSo: isMarked, least: 0.85 },
	{ what: 'held out: ordinary replies stay replies', texts: heldOut.reply, isSo: isReply, least: 0.95 },
	{ what: 'held out: ordinary replies without the word are not marked', texts: heldOut.reply.filter(lacksTheWord), isSo: isNotMarked, least: 0.9 },
];

describe('texts as people write them', () => {
	beforeAll(() => {
		const counted = rates.map(({ what, texts, isSo }) => [texts.filter(isSo).length, texts.length, what] as const);
		console.log(counted.map(([so, of, what]) => `${((100 * so) / of).toFixed(1).padStart(5)} %  ${so} of ${of}: ${what}`).join('\n'));
	});

	test('are many; a third are ordinary replies, and of those most hold the word or a relative of another', () => {
		const mine = [...ordinary, ...heldOut.reply];
		const all = [...allOf(stops), ...allOf(objections), ...mine, ...heldOut.stop, ...heldOut.objection];
		expect(new Set(all).size).toBe(all.length);
		expect(all.length).toBeGreaterThan(800);
		expect(mine.length).toBeGreaterThan(all.length / 3);
		expect(mine.filter((text) => /stop|arr[eê]t|retir|supprim|enlev|abonn|inscri|plus|pub/i.test(text)).length).toBeGreaterThan(mine.length / 2);
	});

	test.each(rates)('$what', ({ texts, isSo, least }) => {
		const misses = texts.filter((text) => !isSo(text));
		const most = Math.floor(texts.length * (1 - least));
		expect({ misses, isWithinBounds: misses.length <= most }).toEqual({ misses, isWithinBounds: true });
	});
});
