import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';

const house = join(__dirname, '..', 'nodes', 'SmsPartner');
const page = readFileSync(join(__dirname, '..', 'docs', 'architecture.md'), 'utf8');

/** From the roof to the ground, as docs/architecture.md lists them. */
const rooms = [...page.matchAll(/^\d+\. `(\w+)\/`/gm)].map(([, room]) => String(room));

describe('the rooms of the house', () => {
	const files = filesIn(house);
	const imports = new Map(files.map((file) => [file, importsOf(file)]));

	it('are all in the list, and no other', () => {
		const found = new Set(files.map(roomOf));
		expect([...found].filter((room) => room !== '').sort()).toEqual([...rooms].sort());
	});

	it('import downwards only', () => {
		const upwards = files.flatMap((file) => (imports.get(file) ?? []).filter((target) => floor(target) < floor(file)).map((target) => `${name(file)} imports ${name(target)}`));
		expect(upwards).toEqual([]);
	});

	it('hold no circle of imports', () => {
		const circles: string[] = [];
		const done = new Set<string>();
		const visit = (file: string, way: string[]) => {
			if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].map(name).join(' -> '));
			else if (!done.has(file)) {
				for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
				done.add(file);
			}
		};
		for (const file of files) visit(file, []);
		expect(circles).toEqual([]);
	});

	it('holds in resources nothing but a folder for each resource and the index', () => {
		const loose = files.map(name).filter((file) => /^resources\/[^/]+$/.test(file));
		expect(loose).toEqual(['resources/index.ts']);
	});

	function floor(file: string): number {
		return rooms.indexOf(roomOf(file));
	}
});

function roomOf(file: string): string {
	const [room = '', ...rest] = name(file).split('/');
	return rest.length === 0 ? '' : room;
}

function name(file: string): string {
	return relative(house, file);
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file));
}

/** Files of the house that a file imports, types included. */
function importsOf(file: string): string[] {
	const written = preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);
	return written.flatMap((spec) => {
		const path = join(dirname(file), spec);
		const found = [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
		return spec.startsWith('.') && found?.startsWith(house) ? [found] : [];
	});
}
