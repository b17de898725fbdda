import { Refusal } from '../../refusal';
import { number, text } from '../../rules/values';
import type { Platform } from '../../state';
import type { Subaccount } from '../../stores/subaccounts';
import type { Endpoint } from '../endpoint';

const CODES = {
	2: 'Le crédit est requis',
	3: 'tokenSubaccount est requis',
	4: "Vous n'êtes pas autorisé à gérer des sous-comptes",
	5: 'Le crédit doit être supérieur à 0',
	6: 'Le solde doit être supérieur à 0',
	7: "Le sous-compte n'existe pas",
	8: 'Crédit insuffisant',
} as const;

/** Euros of the main account go to the sub-account (docs: sub-account credit). */
export const addCredit = creditEndpoint('/subaccount/credit/add', {}, (euros, subaccount, platform) => {
	refuseBeyond(platform.balance, euros);
	platform.charge(euros);
	return platform.subaccounts.move(subaccount, euros);
});

/** Euros of the sub-account come back. */
export const removeCredit = creditEndpoint(
	'/subaccount/credit/remove',
	{ 10: 'Incorrect API Key' },
	(euros, subaccount, platform) => {
		refuseBeyond(subaccount.balance, euros);
		platform.charge(-euros);
		return platform.subaccounts.move(subaccount, -euros);
	},
);

type Move = (euros: number, subaccount: Subaccount, platform: Platform) => Subaccount;

/** The numbers of the codes are those of the page; the global list has them shifted by one. */
function creditEndpoint(path: string, codes: object, move: Move): Endpoint {
	return {
		api: 'sms',
		method: 'post',
		path,
		keyIn: 'body',
		codes: { ...CODES, ...codes },
		answer({ fields }, platform) {
			if (text(fields.credit) === undefined) throw new Refusal(2);
			const token = text(fields.tokenSubaccount);
			if (token === undefined) throw new Refusal(3);
			if (!platform.behaviour.subaccountsAllowed) throw new Refusal(4);
			const euros = number(fields.credit) ?? 0;
			if (euros <= 0) throw new Refusal(5);
			const subaccount = platform.subaccounts.get(token);
			if (subaccount === undefined) throw new Refusal(7);
			const { balance } = move(euros, subaccount, platform);
			return { success: true, code: 200, credit: platform.balance, subaccountCredit: balance, currency: 'EUR' };
		},
	};
}

function refuseBeyond(balance: number, euros: number): void {
	if (balance <= 0) throw new Refusal(6);
	if (euros > balance) throw new Refusal(8);
}
