import type { Failure } from '../api/failure';

/** Something that was not asked of the platform, or that it refused by its validation; `because` says why, as the end of a sentence. */
export function notStarted(because: string): Failure {
	return {
		kind: 'notStarted',
		message: `Not sent: ${because}`,
		description: 'It has not gone out. Run the node again for these items once the cause is mended.',
		code: 'NOT_STARTED',
	};
}
