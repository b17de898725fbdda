import { chromium, selectors, type ConsoleMessage } from 'playwright-core';

import { e2eInstance } from '../../harness/e2eInstance';
import { browserId } from '../../harness/n8nSession';
import { Editor } from './editor';

/** The mark that n8n puts on the parts of its editor for its own tests. */
selectors.setTestIdAttribute('data-test-id');

export interface EditorWindow {
	editor: Editor;
	/** Errors that the browser has written to its console, and exceptions that nothing caught. */
	errors: string[];
	close(): Promise<void>;
}

/** Opens a Chromium without a screen whose user is signed in. It reaches nothing but this n8n. */
export async function openWindow(viewport = { width: 1280, height: 720 }): Promise<EditorWindow> {
	const { url, cookie } = e2eInstance().session;
	const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
	const context = await browser.newContext({
		baseURL: url,
		viewport,
		reducedMotion: 'reduce',
		// n8n stores the browser id there, and its cookie holds only together with it.
		storageState: { cookies: [], origins: [{ origin: url, localStorage: [{ name: 'n8n-browserId', value: browserId }] }] },
	});
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	await context.route((target) => target.origin !== url, async (route) => await route.abort());
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
	page.on('console', (message) => {
		if (message.type() === 'error' && !isOfN8n(message, url)) errors.push(`${message.text()} (${message.location().url})`);
	});
	return { editor: new Editor(page), errors, close: async () => await browser.close() };
}

/**
 * What n8n's editor says without our nodes too: that it cannot load something from the internet, such as a package's page
 * on npm, and that a node has no preview of its output, which triggers need not have.
 */
function isOfN8n(message: ConsoleMessage, url: string): boolean {
	const from = message.location().url;
	const isPreview = from.startsWith(`${url}/schemas/`) && !from.includes('/n8n-nodes-smspartner.smsPartner/');
	return message.text().startsWith('Failed to load resource') && (isPreview || !from.startsWith(url));
}
