import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { checkEmail } from '../../values/email';
import { checkFlag } from '../../values/flag';
import { checkAmount } from '../../values/money';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { requireText } from '../../values/requireText';
import { translate } from '../../values/vocabulary';
import { CREATE_CODES } from './codes';
import { createFields } from './createFields';

/** docs: create sub-account. One heading says GET; every sample posts. */
const SUBACCOUNT_CREATE: Endpoint = { api: 'sms', method: 'POST', path: '/subaccount/create', effect: 'write', codes: CREATE_CODES };

type Type = 'simple' | 'advanced';

interface NewSubaccount {
	type: Type;
	email: string | undefined;
	canBuyCredit: boolean;
	/** Euros moved from the main account. */
	initialCredit: number | undefined;
	title: string | undefined;
	firstName: string | undefined;
	lastName: string | undefined;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => prepare((name) => read(name, itemIndex)),
		async (subaccount) => callApi(context, SUBACCOUNT_CREATE, { body: { type: subaccount.type, parameters: parametersOf(subaccount) } }),
		(body, subaccount) => describe(subaccount, body),
	);
}

function prepare(read: (name: string) => unknown): Checked<NewSubaccount> {
	const type = read('type');
	if (type !== 'simple' && type !== 'advanced') return refuse('"Type" is none of the known types', 'Choose Simple or Advanced.');
	const given = read('options');
	const options = isRecord(given) ? given : {};
	return checkAll<NewSubaccount>({
		type: accept(type),
		email: type === 'advanced' ? checkEmail(read('email'), 'Email') : checkOption(options, 'email', 'Email', (email) => checkEmail(email, 'Email')),
		canBuyCredit: type === 'advanced' ? checkFlag({ canBuyCredit: read('canBuyCredit') }, 'canBuyCredit', 'Can Buy Credit') : accept(false),
		initialCredit: checkOption(options, 'initialCredit', 'Initial Credit', (credit) => checkAmount(credit, 'Initial Credit')),
		title: checkText(options, 'title', 'Title'),
		firstName: checkText(options, 'firstName', 'First Name'),
		lastName: checkText(options, 'lastName', 'Last Name'),
	});
}

function checkText(options: UnknownRecord, name: string, label: string): Checked<string | undefined> {
	return checkOption(options, name, label, (value) => requireText(value, `"${label}"`, 'Give a text, or remove the option.'));
}

/** Parameter names of the platform. */
function parametersOf({ type, email, canBuyCredit, initialCredit, title, firstName, lastName }: NewSubaccount): IDataObject {
	return {
		...(email !== undefined && { email }),
		...(initialCredit !== undefined && { creditToAttribute: initialCredit }),
		...(type === 'advanced' && { isBuyer: canBuyCredit ? 1 : 0 }),
		...(title !== undefined && { title }),
		...(firstName !== undefined && { firstname: firstName }),
		...(lastName !== undefined && { lastname: lastName }),
	};
}

function describe({ type, email, initialCredit }: NewSubaccount, body: UnknownRecord): IDataObject {
	const created = translate(isRecord(body.subaccount) ? body.subaccount : {}, ['subaccountId', 'email']);
	return {
		...created,
		email: created.email ?? email ?? null,
		type,
		creditMoved: initialCredit ?? 0,
		confirmationSentTo: asText(body.sendConfirmMailTo) ?? null,
		parentEmail: asText(body.parent_email) ?? null,
	};
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a sub-account',
		description: 'Create a sub-account, with credit of your account if you like',
	},
	effect: 'write',
	fields: createFields,
	execute,
};
