import { accept, refuse, type Checked } from './checked';
import { parsePhoneNumber } from './phoneNumber';

/**
 * The number that people can call back, as it was validated: the platform compares the two. A French number that is
 * written nationally stays national, any other goes with its country code, and both are the number that was checked.
 */
export function checkCallBackNumber(input: unknown, defaultCountry: string): Checked<string> {
	const number = parsePhoneNumber(input, defaultCountry);
	return number.ok
		? accept(nationalForm(String(input), number.value) ?? number.value)
		: refuse(`Sender: ${number.message}`, 'Give the mobile number that you validated on my.voicepartner.fr, as it is written there, or remove the option.');
}

/** The ten digits of a French number that was written without its country code. */
function nationalForm(written: string, number: string): string | undefined {
	const [, digits] = /^0?([1-9]\d{8})/.exec(written.replace(/\D/g, '')) ?? [];
	const national = `0${digits ?? ''}`;
	const read = parsePhoneNumber(national, 'FR');
	return /[+\uff0b]/.test(written) || !read.ok || read.value !== number ? undefined : national;
}
