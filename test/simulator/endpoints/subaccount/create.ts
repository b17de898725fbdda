import { Refusal } from '../../refusal';
import { isMail } from '../../rules/mail';
import { isFields, number, text, type Fields } from '../../rules/values';
import type { Platform } from '../../state';
import type { Endpoint } from '../endpoint';
import { ACCOUNT_MAIL } from '../me';

/** A new sub-account, perhaps with credit of the main account (docs: sub-account create). */
export const createSubaccount: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/subaccount/create',
	keyIn: 'body',
	codes: {
		2: "Vous n'êtes pas autorisé à créer des sous-comptes",
		3: 'isBuyer est requis',
		4: 'Le type est requis',
		5: 'Type inconnu',
		6: "L'email est requis",
		7: 'Cet email est déjà utilisé',
		8: 'creditToAttribute doit être supérieur à 0',
		9: 'Le solde doit être supérieur à 0',
	},
	answer({ fields }, platform) {
		if (!platform.behaviour.subaccountsAllowed) throw new Refusal(2);
		const type = readType(fields);
		const parameters = isFields(fields.parameters) ? fields.parameters : {};
		const email = text(parameters.email)?.trim();
		if (type === 'advanced' && !['0', '1'].includes(text(parameters.isBuyer) ?? '')) throw new Refusal(3);
		if (type === 'advanced' && email === undefined) throw new Refusal(6);
		// An address that is none has no code of its own.
		if (email !== undefined && !isMail(email)) throw new Refusal(6);
		if (platform.subaccounts.all().some((known) => known.email === email)) throw new Refusal(7);

		const balance = attributedCredit(parameters, platform);
		platform.charge(balance);
		const subaccount = platform.subaccounts.add({ type, balance, ...(email !== undefined && { email }) });
		return {
			success: true,
			code: 200,
			subaccount: { email: subaccount.email, token: subaccount.token },
			sendConfirmMailTo: subaccount.email,
			parent_email: ACCOUNT_MAIL,
		};
	},
};

function readType(fields: Fields): 'simple' | 'advanced' {
	const type = text(fields.type);
	if (type === undefined) throw new Refusal(4);
	if (type !== 'simple' && type !== 'advanced') throw new Refusal(5);
	return type;
}

/** More than there is meets 11 of the global list, the page has no code for it. */
function attributedCredit(parameters: Fields, platform: Platform): number {
	if (text(parameters.creditToAttribute) === undefined) return 0;
	const credit = number(parameters.creditToAttribute) ?? 0;
	if (credit <= 0) throw new Refusal(8);
	if (platform.balance <= 0) throw new Refusal(9);
	return credit;
}
