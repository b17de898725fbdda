import { pollUntil } from './poll';

describe('pollUntil', () => {
	it('asks until there is a value', async () => {
		const answers = [undefined, undefined, 'there'];
		expect(await pollUntil('an answer', async () => answers.shift(), { everyMs: 1 })).toBe('there');
		expect(answers).toEqual([]);
	});

	it('says what it waited for in vain', async () => {
		const never = pollUntil('an answer', async () => undefined, { limitMs: 5, everyMs: 1 });
		await expect(never).rejects.toThrow('in vain for an answer');
	});

	it('does not hide why the question failed', async () => {
		const failing = pollUntil('an answer', async () => await Promise.reject(new Error('Broken')));
		await expect(failing).rejects.toThrow('Broken');
	});
});
