import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

import { localPath, projectRoot } from '../../harness/paths';

/** The pictures in README and docs, which the tests of this folder make. */
export const screenshots = ['node-panel', 'trigger', 'send', 'error', 'send-and-wait'] as const;

export const imageFolder = 'docs/images';

export interface PictureOptions {
	path: string;
	animations: 'disabled';
	/** Rules of CSS. */
	style: string;
}

/** These lie over what is to be seen: messages that go away by themselves, and the button at the foot of the canvas. */
const style = '.el-notification, [data-test-id="execute-workflow-button"] { visibility: hidden !important; }';

/** Into `.local/screenshots`; with UPDATE_SCREENSHOTS=1 also where README and docs have theirs. */
export async function screenshot(name: (typeof screenshots)[number], take: (options: PictureOptions) => Promise<void>): Promise<void> {
	const fileName = `${name}.png`;
	const path = localPath('screenshots', fileName);
	await take({ path, animations: 'disabled', style });
	if (process.env['UPDATE_SCREENSHOTS'] === '1') await copyFile(path, join(projectRoot, imageFolder, fileName));
}

export async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await part.boundingBox();
	if (box === null) throw new Error(`${String(part)} is not to be seen`);
	return box;
}
