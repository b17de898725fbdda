import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { devDependencies, scripts } from '../../package.json';
import { projectRoot } from '../harness/paths';
import { textOf } from './source';

const ofNpm = ['ci', 'install', 'pack', 'publish', 'version'];

/** Whether a command can be run: of npm itself, a script of package.json, or a package that is installed, on files that exist. Other words are no commands. */
export function isKnownCommand(text: string): boolean {
	const [program, name = '', ...rest] = text.trim().replace(/^(?:[A-Z_\d]+=\S+ +)+/, '').split(/\s+/);
	if (program === 'npx') return Object.hasOwn(devDependencies, name) && rest.filter((word) => word.includes('/')).every((path) => existsSync(join(projectRoot, path)));
	if (program !== 'npm' || name === '') return true;
	const [, part] = /--only "([^"]+)"/.exec(text) ?? [];
	if (part !== undefined && !textOf('scripts/testRun.ts').includes(`'${part}'`)) return false;
	return name === 'run' ? Object.hasOwn(scripts, rest[0] ?? '') : ofNpm.includes(name) || Object.hasOwn(scripts, name);
}

/** The labels in a text in bold, such as "Opt-Out > Check" or "Operation: Send". They are in title case; anything else in bold is emphasis. */
export function labelsOf(text: string): string[] {
	return text.split(/ > |: /).filter((label) => /^[A-Z]/.test(label) && !/[.?:,]$/.test(label) && label.split(' ').every(isTitleWord));
}

function isTitleWord(word: string): boolean {
	return /^[A-Z\d]|^(?:a|an|and|as|at|by|for|in|of|on|or|per|the|to)$/.test(word);
}

/**
 * The pieces of a text between backticks that the source must hold: a camelCase name, a code such as NO_CREDENTIAL, or
 * a message, whose varying pieces are written as an ellipsis. None for what users write, which has braces or one word.
 */
export function piecesOf(text: string): string[] {
	if (/^(?:N8N_\w+|WEBHOOK_URL|UPDATE_DOCS)/.test(text)) return [];
	if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(text) || /^[A-Z]+_[A-Z_]+$/.test(text)) return [text];
	const isMessage = /^[A-Z…][^{}]* [^{}]* [^{}]*$/.test(text);
	return isMessage ? text.split('…').map((piece) => piece.trim()).filter((piece) => piece !== '') : [];
}
