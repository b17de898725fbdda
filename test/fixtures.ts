import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRecord, type UnknownRecord } from '../nodes/SmsPartner/values/narrow';

const FOLDER = join(__dirname, 'fixtures');

/** A payload as the platform's documentation prints it. */
export function fixture(name: string): UnknownRecord {
	const value: unknown = JSON.parse(fixtureText(name));
	if (!isRecord(value)) throw new Error(`${name} is no object`);
	return value;
}

export function fixtureText(name: string): string {
	return readFileSync(join(FOLDER, `${name}.json`), 'utf8');
}

export function fixtureNames(prefix = ''): string[] {
	return readdirSync(FOLDER)
		.filter((file) => file.startsWith(prefix))
		.map((file) => file.replace(/\.json$/, ''));
}
