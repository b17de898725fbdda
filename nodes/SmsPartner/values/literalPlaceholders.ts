import { shortened } from './shortened';

/** Braces that stand together. All that reads them looks at each character a fixed number of times: a text may be 100 kB of them. */
const RUNS = /\{+|\}+/g;

/** Behind a single brace only these are certain: `{$5}` and `{$name}` may be meant. */
const STARTS_WITH_DATA = /\s*\$(?:\(["']|(?:json|input|node)\b)/y;
const STARTS_WITH_VARIABLE = /\s*\$[\p{L}_(]/uy;

/** Between double braces: what an expression calls and reads, `{{ "Dear " + $json.name }}` and `{{ DateTime.now() }}`. */
const CODE = /(?<![\w$])\$(?:\(|[A-Za-z_]\w*[.([]|(?:json|now|today|itemIndex|runIndex)\b)|[\w)\]"'`]\.[A-Za-z_]\w*\(|\bnew [A-Z]\w*\(|\w\[["']/;

/** `№` is how a column is called where Cyrillic is written, and no letter. */
const LETTER = /[\p{Alphabetic}_№]/u;
const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{N}_№]/u;

/** `{"a": 1}`: what a machine reads. */
const JSON_OBJECT = /^\s*"[^"]*"\s*:/;

/** A run of opening braces, what follows up to the next brace, and how many closing ones stand there. */
interface Braced {
	open: number;
	inner: string;
	/** 0 where another opening brace, or nothing, follows. */
	close: number;
	/** Whether no brace follows at all. */
	isLast: boolean;
}

/** The first expression that stands in a text as it is sent: n8n would have taken it out. */
export function literalExpression(text: string): string | undefined {
	return startOfExpression(text, (braces) => (braces === 1 ? STARTS_WITH_DATA : STARTS_WITH_VARIABLE)) ?? doubled(text, CODE, (braces) => braces > 1);
}

/** The first thing in a text of the node itself that is written as if something filled it in. Nothing does: it is sent as it stands. */
export function literalPlaceholder(text: string): string | undefined {
	const placeholder = literalExpression(text) ?? doubled(text, LETTER_OR_DIGIT, (braces) => braces > 1);
	if (placeholder !== undefined) return placeholder;
	for (const { open, inner, close, isLast } of bracesIn(text)) {
		if (close > 0 && LETTER.test(inner) && !JSON_OBJECT.test(inner)) return shortened(`{${inner}}`);
		const name = isLast ? nameAtStart(inner, open) : undefined;
		if (name !== undefined) return shortened('{'.repeat(Math.min(open, 2)) + name);
	}
	return undefined;
}

/** The first expression in a template, where two braces are one that is sent; `{{{{` is what sends two, and may hold anything. */
export function expressionInTemplate(source: string): string | undefined {
	const isTwo = (braces: number) => braces === 2;
	const startOf = (braces: number) => {
		if (isTwo(braces)) return STARTS_WITH_VARIABLE;
		// The last of an odd number begins a placeholder.
		return braces % 2 === 1 ? STARTS_WITH_DATA : undefined;
	};
	return startOfExpression(source, startOf) ?? doubled(source, CODE, isTwo);
}

/**
 * What a template would send in single braces, or behind one that is not closed: the names in `{{name}}`, `{{name|…` and
 * `{{name`, where `{{{{name}}}}` sends two and means it.
 */
export function singleInTemplate(source: string): string[] {
	return bracesIn(source).flatMap(({ open, inner, close, isLast }) => {
		if (open % 2 === 1) return [];
		if (isLast) return open === 2 ? [nameAtStart(inner, open)?.trim() ?? ''] : [];
		const isSingle = Math.min(open / 2, Math.ceil(close / 2)) === 1;
		return isSingle ? [inner.replace(/\|[^]*$/, '')] : [];
	});
}

/** The name behind braces that are never closed. A space stands behind two of them at most: `:-{ Bye` may be meant. */
function nameAtStart(inner: string, open: number): string | undefined {
	const [name] = (open > 1 ? /^\s*\p{L}[\p{L}\p{M}\p{N}_.]*/u : /^\p{L}[\p{L}\p{M}\p{N}_.]*/u).exec(inner) ?? [];
	return name;
}

function bracesIn(text: string): Braced[] {
	const runs = [...text.matchAll(RUNS)];
	return runs.flatMap((run, index) => {
		const [braces] = run;
		if (!braces.startsWith('{')) return [];
		const next = runs[index + 1];
		const inner = text.slice(run.index + braces.length, next?.index);
		return [{ open: braces.length, inner, close: next?.[0].startsWith('}') ? next[0].length : 0, isLast: next === undefined }];
	});
}

/** An expression is one whether it is closed or not. `startOf` says how one begins behind so many braces. */
function startOfExpression(text: string, startOf: (braces: number) => RegExp | undefined): string | undefined {
	for (const { 0: run, index } of text.matchAll(RUNS)) {
		const start = run.startsWith('{') ? startOf(run.length) : undefined;
		if (start === undefined) continue;
		start.lastIndex = index + run.length;
		if (!start.test(text)) continue;
		const end = text.indexOf('}', index);
		const closed = end === -1 ? text.length : end + Math.min(run.length, 2);
		return shortened(text.slice(index, closed));
	}
	return undefined;
}

/** The first text between double braces that `pattern` finds something in. As n8n reads it, the next `}}` closes it. */
function doubled(text: string, pattern: RegExp, isOpening: (braces: number) => boolean): string | undefined {
	let start: number | undefined;
	for (const { 0: run, index } of text.matchAll(RUNS)) {
		if (run.startsWith('{')) {
			if (isOpening(run.length)) start ??= index + run.length;
		} else if (start !== undefined && run.length > 1) {
			const inner = text.slice(start, index);
			if (pattern.test(inner)) return shortened(`{{${inner}}}`);
			start = undefined;
		}
	}
	return undefined;
}
