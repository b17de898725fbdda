import groupBy from 'lodash/groupBy';
import uniq from 'lodash/uniq';

import { COMMON_CODES } from '../../nodes/SmsPartner/api/codes';
import { everyEndpoint, type Asked } from './everyEndpoint';

interface Row {
	code: string;
	operations: string[];
	endpoints: string[];
	text: string;
}

/** The part of docs/errors.md that the code gives: what each code means on each endpoint. */
export async function errorTables(): Promise<string> {
	const everywhere = table(['Code', 'Meaning', 'What to do'], Object.entries(COMMON_CODES).map(([code, text]) => [code, ...split(text)]));
	const byResource = Object.entries(groupBy(await everyEndpoint(), ({ resource }) => resource)).flatMap(([resource, asked]) => {
		const rows = rowsOf(asked);
		return rows.length === 0 ? [] : [`### ${resource}`, ownTable(rows)];
	});
	return ['### Everywhere', everywhere, ...byResource].join('\n\n');
}

/** What means the same on several endpoints stands in one row. */
function rowsOf(asked: Asked[]): Row[] {
	const rows = asked.flatMap(({ operation, endpoints }) =>
		endpoints.flatMap(({ path, codes }) =>
			Object.entries(codes)
				.filter(([code, text]) => COMMON_CODES[code] !== text)
				.map(([code, text]) => ({ code, text, operation, path })),
		),
	);
	return Object.values(groupBy(rows, ({ code, text }) => JSON.stringify([code, text])))
		.map((same): Row => ({
			code: same[0]?.code ?? '',
			text: same[0]?.text ?? '',
			operations: uniq(same.map(({ operation }) => operation)),
			endpoints: uniq(same.map(({ path }) => `\`${path}\``)),
		}))
		.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || a.endpoints.join().localeCompare(b.endpoints.join(), 'en'));
}

function ownTable(rows: Row[]): string {
	return table(
		['Code', 'Operation', 'Endpoint', 'Meaning', 'What to do'],
		rows.map(({ code, operations, endpoints, text }) => [code, operations.join(', '), endpoints.join(' '), ...split(text)]),
	);
}

/** The first sentence says what it means, the others what to do. */
function split(text: string): [meaning: string, fix: string] {
	const end = text.indexOf('. ');
	return end < 0 ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)];
}

function table(heads: string[], rows: string[][]): string {
	return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')).join('\n');
}
