import type { UnknownRecord } from '../values/narrow';
import type { Endpoint } from './endpoint';
import type { Answer } from './failure';

/**
 * Asks by the endpoint's own route and, only while the platform says that it has no such route, by its other ones:
 * an unknown route has no effect, so nothing can happen twice. When all are unknown, the first answer counts.
 */
export async function byRoutes(
	endpoint: Endpoint,
	ask: (endpoint: Endpoint) => Promise<Answer<UnknownRecord>>,
): Promise<Answer<UnknownRecord>> {
	const first = await ask(endpoint);
	let answer = first;
	for (const route of endpoint.otherRoutes ?? []) {
		if (!isUnknownRoute(answer)) break;
		answer = await ask({ ...endpoint, ...route });
	}
	return isUnknownRoute(answer) ? first : answer;
}

function isUnknownRoute(answer: Answer<UnknownRecord>): boolean {
	return !answer.ok && answer.failure.unknownRoute === true;
}
