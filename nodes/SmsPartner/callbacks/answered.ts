import { sleep } from 'n8n-workflow';

/** What is needed of an HTTP response. */
export interface Response extends NodeJS.EventEmitter {
	statusCode: number;
	writableEnded: boolean;
	/** Whether the caller has hung up: no event tells so afterwards. */
	destroyed: boolean;
}

const sliceMs = 20;
const maxLateMs = 60_000;

/**
 * Whether n8n has answered a request with success: it creates the execution first. A caller that hangs up early does
 * not stop n8n, whose answer then goes nowhere; it is waited for all the same.
 */
export async function answered(response: Response): Promise<boolean> {
	if (!response.writableEnded && !response.destroyed) {
		await new Promise((resolve) => {
			response.once('finish', resolve);
			response.once('close', resolve);
		});
	}
	for (let late = 0; !response.writableEnded && late < maxLateMs; late += sliceMs) await sleep(sliceMs);
	return response.writableEnded && response.statusCode < 400;
}
