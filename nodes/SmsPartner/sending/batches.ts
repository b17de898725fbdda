import type { Job } from './recipients';
import type { NonEmpty } from '../values/nonEmpty';
import { settingsKey, type SendSettings } from './settings';

/**
 * Groups SMS into the least number of requests: those that agree on everything except recipient and text go together,
 * up to their batch size. A number stands at most once in a batch, since the platform refuses repeats (code 15) and
 * its answers and delivery reports tell SMS of one batch apart only by number.
 */
export function planBatches(jobs: Job[]): Array<NonEmpty<Job>> {
	const groups = new Map<string, Job[]>();
	const keys = new Map<SendSettings, string>();
	for (const job of jobs) {
		const key = keys.get(job.settings) ?? settingsKey(job.settings);
		keys.set(job.settings, key);
		const group = groups.get(key);
		if (group) group.push(job);
		else groups.set(key, [job]);
	}
	return [...groups.values()].flatMap(fillBatches);
}

function fillBatches(group: Job[]): Array<NonEmpty<Job>> {
	const settings = group[0]?.settings;
	const size = settings?.virtualNumber === undefined ? (settings?.batchSize ?? 1) : 1;
	const batches: Array<[Job, ...Job[]]> = [];
	const earliestFor = new Map<string, number>();
	let firstOpen = 0;
	for (const job of group) {
		let index = Math.max(firstOpen, earliestFor.get(job.phoneNumber) ?? 0);
		while ((batches[index]?.length ?? 0) >= size) index++;
		const batch = batches[index];
		if (batch) batch.push(job);
		else batches[index] = [job];
		earliestFor.set(job.phoneNumber, index + 1);
		while ((batches[firstOpen]?.length ?? 0) >= size) firstOpen++;
	}
	return batches;
}
