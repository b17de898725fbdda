import type { Locator, Page } from 'playwright-core';

import { boxOf, type PictureOptions } from './screenshots';

/** The panel of a node: input, parameters, output. */
export class NodeDetails {
	private readonly parameters: Locator;
	private readonly output: Locator;

	constructor(
		private readonly page: Page,
		private readonly root: Locator,
	) {
		this.parameters = root.getByTestId('node-parameters');
		this.output = root.getByTestId('output-panel');
	}

	async title(): Promise<string> {
		return (await this.root.getByTestId('node-title-container').innerText()).trim();
	}

	/** All lines of the parameters: labels, notices, chosen values. n8n draws a long form bit by bit: these labels get the time they need. */
	async lines(labels: string[]): Promise<string[]> {
		const fields = labels.map((label) => this.parameters.getByText(label, { exact: true }).filter({ visible: true }).first());
		// Whoever asked sees which one did not come.
		await Promise.all(fields.map(async (field) => await field.waitFor({ timeout: 15_000 }).catch(() => {})));
		return (await this.parameters.innerText()).split('\n').map((line) => line.trim());
	}

	/** Labels, placeholders, and what the fields hold. */
	async contents(): Promise<string> {
		return await this.parameters.ariaSnapshot();
	}

	/** Chooses one of the values of a field. */
	async choose(parameter: string, choice: string): Promise<void> {
		await this.parameters.getByTestId(`parameter-input-${parameter}`).click();
		await this.page.getByTestId('parameter-input-item').filter({ hasText: choice, visible: true }).first().click();
	}

	/** The values of a field of which several can be chosen. */
	async choices(parameter: string): Promise<string[]> {
		const field = this.parameters.getByTestId(`parameter-input-${parameter}`);
		const offered = this.page.locator('.option-headline').filter({ visible: true });
		await field.click();
		await offered.first().waitFor();
		const names = await offered.allInnerTexts();
		await this.page.keyboard.press('Escape');
		await offered.first().waitFor({ state: 'hidden' });
		return names.map((name) => name.trim());
	}

	/** The URLs that the trigger shows. */
	async webhookUrls(kind: 'Test URL' | 'Production URL'): Promise<string[]> {
		const choice = this.root.getByText(kind, { exact: true });
		if (!(await choice.isVisible())) await this.root.getByText('Webhook URLs', { exact: true }).click();
		await choice.click();
		const urls = this.root.locator('.webhook-url');
		await urls.filter({ hasText: kind === 'Test URL' ? '/webhook-test/' : '/webhook/' }).first().waitFor();
		return (await urls.allInnerTexts()).map((url) => url.trim());
	}

	/** Lets the trigger wait for a call to one of its test URLs. */
	async listen(): Promise<void> {
		await this.root.getByTestId('trigger-execute-button').click();
		await this.root.getByText('Listening for test event').waitFor();
	}

	/** Runs the node alone, to its end. */
	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
		await this.ended();
	}

	async ended(): Promise<void> {
		await this.output.getByTestId('node-run-status-success').or(this.output.getByTestId('node-run-status-danger')).waitFor();
	}

	/** Waits until the output panel shows this. */
	async untilOutput(...texts: string[]): Promise<void> {
		for (const text of texts) await this.output.getByTestId('ndv-data-container').getByText(text).first().waitFor();
	}

	/** What the node says beside its output. */
	async hints(): Promise<string[]> {
		return (await this.output.getByTestId('node-hint').allInnerTexts()).map((text) => text.trim());
	}

	/** The tabs of the outputs; those that gave items say how many. */
	async branches(): Promise<string[]> {
		const text = await this.output.getByTestId('branches').innerText();
		return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
	}

	/** Shows the items of one output. */
	async openBranch(branch: string): Promise<void> {
		await this.output.getByTestId('branches').getByText(branch).click();
	}

	/** What the output panel says when the node has failed. */
	async error(): Promise<{ message: string; description: string }> {
		return {
			message: await this.output.getByTestId('node-error-message').innerText(),
			description: await this.output.getByTestId('node-error-description').innerText(),
		};
	}

	async newCredential(): Promise<CredentialWindow> {
		await this.root.getByTestId('node-credentials-select').click();
		await this.page.getByTestId('node-credentials-select-item-new').click();
		return await new CredentialWindow(this.page).shown();
	}

	async editCredential(): Promise<CredentialWindow> {
		await this.root.getByTestId('credential-edit-button').click();
		return await new CredentialWindow(this.page).shown();
	}

	async close(): Promise<void> {
		await this.root.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	/** The panel without the input. */
	async picture(options: PictureOptions): Promise<void> {
		const [whole, input] = [await boxOf(this.root), await boxOf(this.root.getByTestId('ndv-input-panel'))];
		const left = input.x + input.width;
		const top = input.y;
		await this.page.screenshot({ ...options, clip: { x: left, y: top, width: whole.x + whole.width - left, height: whole.y + whole.height - top } });
	}

	/** The output panel, down to the end of what it says of the error. */
	async pictureOfError(options: PictureOptions): Promise<void> {
		const { x, y, width } = await boxOf(this.output);
		const end = await boxOf(this.output.getByText('Other info'));
		await this.page.screenshot({ ...options, clip: { x, y, width, height: end.y + end.height + 20 - y } });
	}
}

/** The window in which a credential is entered. */
export class CredentialWindow {
	private readonly root: Locator;

	constructor(page: Page) {
		this.root = page.getByTestId('editCredential-modal');
	}

	async shown(): Promise<this> {
		await this.root.getByTestId('parameter-input-apiKey').waitFor();
		return this;
	}

	async fill(field: 'apiKey' | 'baseUrl', value: string): Promise<void> {
		await this.root.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	}

	/** Saves a key that is not accepted: the window stays and says why. */
	async saveRefused(): Promise<string> {
		await this.save();
		await this.root.getByText('More details').click();
		return await this.root.innerText();
	}

	/** Saves a key that is accepted: the window closes. */
	async saveAccepted(): Promise<void> {
		await this.save();
		await this.root.waitFor({ state: 'hidden' });
	}

	/** What a credential that works says when it is opened again. */
	async success(): Promise<string> {
		const banner = this.root.getByTestId('credentials-config-container-test-success');
		await banner.waitFor();
		return await banner.innerText();
	}

	async close(): Promise<void> {
		await this.root.getByLabel('Close this dialog').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	private async save(): Promise<void> {
		await this.root.getByTestId('credential-save-button').click();
	}
}
