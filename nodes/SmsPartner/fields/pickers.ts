import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { toNodeError } from '../api/errors';
import type { Answer } from '../api/failure';
import { asText, type UnknownRecord } from '../values/narrow';
import { translate, type TermName } from '../values/vocabulary';

/** A list of the platform that the user can choose an id from, searched by name. */
export interface Picker {
	/** Unique; how fields refer to it. */
	method: string;
	list(context: ILoadOptionsFunctions): Promise<Answer<INodeListSearchItems[]>>;
}

/** A picker of the records of a list by their `label`. `id` is the notion that tells them apart; records without one are left out. */
export function recordPicker(
	method: string,
	list: (context: ILoadOptionsFunctions) => Promise<Answer<UnknownRecord[]>>,
	id: TermName,
	label: TermName = 'name',
): Picker {
	return {
		method,
		async list(context) {
			const answer = await list(context);
			if (!answer.ok) return answer;
			const options = answer.body.flatMap((record) => {
				const { [id]: value, [label]: name } = translate(record, [id, label]);
				return typeof value === 'string' ? [{ name: asText(name) ?? value, value }] : [];
			});
			return { ok: true, body: options };
		},
	};
}

/** A field whose value is chosen from a picker's list or given as an id. Read it with `parameterReader`, or with `{ extractValue: true }`. */
export function pickerField(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & { placeholder: string },
	{ method }: Picker,
): INodeProperties {
	return {
		displayName: field.displayName,
		name: field.name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		...(field.description !== undefined && { description: field.description }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: field.placeholder },
		],
	};
}

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The pickers as n8n calls them. */
export function listSearchOf(pickers: readonly Picker[]): Record<string, ListSearch> {
	return Object.fromEntries(pickers.map((picker) => [picker.method, searchOf(picker)]));
}

function searchOf(picker: Picker): ListSearch {
	return async function search(filter) {
		const answer = await picker.list(this);
		if (!answer.ok) throw toNodeError(this.getNode(), answer.failure, 0);
		const wanted = filter?.trim().toLowerCase() ?? '';
		return { results: answer.body.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	};
}
