import type { Locator, Page } from 'playwright-core';

import { NodeDetails } from './nodeDetails';
import { boxOf, type PictureOptions } from './screenshots';

/** An entry of the node panel. */
export interface FoundNode {
	name: string;
	description: string;
}

/** n8n's editor as its user has it. What is known of its markup is here and in nodeDetails.ts. */
export class Editor {
	private readonly nodes: Locator;
	private readonly nodePanel: Locator;

	constructor(private readonly page: Page) {
		this.nodes = page.getByTestId('canvas-node');
		this.nodePanel = page.getByTestId('node-creator');
	}

	async openNew(): Promise<void> {
		await this.page.goto('/workflow/new');
		await this.page.getByTestId('canvas-add-button').waitFor();
	}

	async open(workflowId: string): Promise<void> {
		await this.page.goto(`/workflow/${workflowId}`);
		await this.nodes.first().waitFor();
	}

	/** Everything that the canvas says: names, labels, subtitles. */
	async canvasTexts(): Promise<string[]> {
		return await this.nodes.allInnerTexts();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** The labels of its outputs, from top to bottom. */
	async outputLabels(name: string): Promise<string[]> {
		return await this.node(name).getByTestId('canvas-node-output-handle').allInnerTexts();
	}

	/** Opens the panel of a node. */
	async openDetails(name: string): Promise<NodeDetails> {
		await this.node(name).dblclick({ force: true });
		return await this.details();
	}

	/** The panel that is open. */
	async details(): Promise<NodeDetails> {
		const root = this.page.getByTestId('ndv');
		await root.waitFor();
		return new NodeDetails(this.page, root);
	}

	/** Opens the node panel, by the button of an empty canvas or by the one at its edge. */
	async openNodePanel(): Promise<void> {
		// It may still be on its way out.
		await this.nodePanel.waitFor({ state: 'hidden' });
		await this.page.getByTestId('canvas-add-button').or(this.page.getByTestId('node-creator-plus-button')).first().click();
	}

	/** Searches the node panel; what is found stays to be clicked. */
	async search(text: string): Promise<FoundNode[]> {
		const entries = this.nodePanel.getByTestId('item-iterator-item');
		const ours = entries.filter({ hasText: 'SMS Partner' }).first();
		// What an earlier search has found goes away first.
		await this.nodePanel.getByTestId('node-creator-search-bar').fill('');
		await ours.waitFor({ state: 'hidden' });
		await this.nodePanel.getByTestId('node-creator-search-bar').fill(text);
		await ours.waitFor();
		const found: FoundNode[] = [];
		for (const entry of await entries.all()) {
			const [name = '', description = ''] = (await entry.innerText()).split('\n').filter((line) => line.trim() !== '');
			found.push({ name, description });
		}
		return found;
	}

	/** Clicks an entry of the node panel: a node, a category or an action. */
	async click(entry: string): Promise<void> {
		await this.nodePanel.getByText(entry, { exact: true }).first().click();
	}

	/** The node panel with what it has found, down to this entry. */
	async pictureOfNodePanel(options: PictureOptions, last: string): Promise<void> {
		const { x, y, width } = await boxOf(this.nodePanel);
		const end = await boxOf(this.nodePanel.getByTestId('item-iterator-item').filter({ hasText: last }).first());
		await this.page.screenshot({ ...options, clip: { x, y, width, height: end.y + end.height - y } });
	}

	/** The nodes of the canvas with their names. */
	async pictureOfCanvas(options: PictureOptions): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		const boxes = await Promise.all((await this.nodes.all()).map(boxOf));
		const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
		const right = Math.max(...boxes.map(({ x, width }) => x + width));
		const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
		const margin = 60;
		const clip = { x: left - margin, y: top - margin / 2, width: right - left + 2 * margin, height: bottom - top + 1.5 * margin };
		await this.page.screenshot({ ...options, clip });
	}
}
