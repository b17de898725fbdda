'use strict';

const { clock } = require('./clock');

const kilobyte = 1024;

/** Stops the clock as its first act, and gives one item with what was measured. */
exports.End = class End {
	description = {
		displayName: 'End',
		name: 'end',
		group: ['transform'],
		version: 1,
		description: 'Counts the items and gives the time since Begin',
		defaults: { name: 'End' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const milliseconds = performance.now() - clock.startedAt;
		// The most since Begin: the kernel counts, so that no peak falls between two samples.
		const peakBytes = process.resourceUsage().maxRSS * kilobyte;
		const items = this.getInputData();
		const failed = items.filter(({ json }) => json.error !== undefined).length;
		const { bytesAtStart } = clock;
		return [[{ json: { milliseconds, bytesAtStart, peakBytes, items: items.length, failed }, pairedItem: 0 }]];
	}
};
