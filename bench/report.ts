import { readFile, writeFile } from 'node:fs/promises';

/** What stands between the comments that name a benchmark in a page of Markdown. */
const blockOf = (name: string): RegExp => new RegExp(`(<!-- bench:${name} -->\\n)[^]*?(<!-- /bench:${name} -->)`);

/** A table of Markdown that can be read as it is: the first column to the left, figures to the right. */
export function markdownTable(heads: string[], rows: string[][]): string {
	const widths = heads.map((head, column) => Math.max(3, head.length, ...rows.map((row) => (row[column] ?? '').length)));
	const line = (cells: string[]) => `| ${widths.map((width, column) => aligned(cells[column] ?? '', column, width)).join(' | ')} |`;
	const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
	return [heads, rule, ...rows].map(line).join('\n');
}

function aligned(cell: string, column: number, width: number): string {
	return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Puts results between `<!-- bench:name -->` and `<!-- /bench:name -->`. */
export function replaceBlock(page: string, name: string, results: string): string {
	if (!blockOf(name).test(page)) throw new Error(`The page has no place for the results of "${name}"`);
	return page.replace(blockOf(name), (_block, start: string, end: string) => `${start}\n${results.trim()}\n\n${end}`);
}

export async function writeBlock(file: string, name: string, results: string): Promise<void> {
	await writeFile(file, replaceBlock(await readFile(file, 'utf8'), name, results));
}

/** A figure beside that of the baseline: `0.25`. Empty where there is none to compare it with. */
export function ratio(value: number, baseline: number | undefined): string {
	return baseline === undefined ? '' : (value / baseline).toFixed(2);
}

export function megabytes(bytes: number): string {
	return (bytes / 1e6).toFixed(0);
}

export function seconds(milliseconds: number): string {
	return (milliseconds / 1000).toFixed(2);
}
