import type { Express, Response } from 'express';
import { isFields, text, type Fields } from './rules/values';
import type { DeliveryStatus, Simulator } from './types';

type Control = Pick<Simulator, 'accepted' | 'acceptedFor' | 'requests' | 'reply' | 'setStatus'>;

const statuses: readonly DeliveryStatus[] = ['delivered', 'not delivered', 'waiting', 'ko'];

/** Routes for someone who plays a recipient by hand, with curl; any content type will do. */
export function addControlRoutes(app: Express, simulator: Control): void {
	app.get('/simulator/accepted', (_request, response) => {
		response.json(simulator.accepted);
	});
	app.get('/simulator/requests', (_request, response) => {
		response.json(simulator.requests);
	});
	app.post('/simulator/reply', async ({ body }, response) => {
		const { phoneNumber, text: written } = readFields(body);
		await answerAs(response, simulator, phoneNumber, text(written));
	});
	app.post('/simulator/stop', async ({ body }, response) => {
		await answerAs(response, simulator, readFields(body).phoneNumber, 'STOP');
	});
	app.post('/simulator/status', ({ body }, response) => {
		const { phoneNumber, status } = readFields(body);
		setStatus(response, simulator, text(phoneNumber), statuses.find((each) => each === status));
	});
	app.use('/simulator', (_request, response) => {
		response.status(404).json({ error: 'Routes: GET accepted, GET requests, POST reply, POST stop, POST status' });
	});
}

async function answerAs(
	response: Response,
	simulator: Control,
	phoneNumber: unknown,
	written: string | undefined,
): Promise<void> {
	const number = text(phoneNumber);
	if (number === undefined || written === undefined) {
		response.status(400).json({ error: 'Send JSON such as {"phoneNumber": "+33612345678", "text": "Yes"}' });
		return;
	}
	try {
		const sender = simulator.acceptedFor(number).at(-1)?.sender;
		if (sender !== undefined) {
			response.status(409).json({ error: `The last SMS to this number came from the sender name ${sender}: nobody can answer that. Send without Sender.` });
			return;
		}
		const callbacks = await simulator.reply(number, written);
		response.json(
			callbacks.length > 0
				? { callbacks }
				: { callbacks, note: 'Nobody was told: the SMS was sent without the option Reply URL, or that URL did not answer' },
		);
	} catch (error) {
		response.status(404).json({ error: error instanceof Error ? error.message : String(error) });
	}
}

function setStatus(response: Response, simulator: Control, phoneNumber: string | undefined, status: DeliveryStatus | undefined): void {
	if (phoneNumber === undefined || status === undefined) {
		response.status(400).json({ error: `Send JSON such as {"phoneNumber": "+33612345678", "status": "not delivered"}; a status is one of ${statuses.join(', ')}` });
		return;
	}
	simulator.setStatus(phoneNumber, status);
	response.json({ phoneNumber, status, note: 'Every look-up says so from now on, and the report of every later SMS to this number' });
}

function readFields(body: unknown): Fields {
	try {
		const parsed: unknown = JSON.parse(typeof body === 'string' ? body : '');
		return isFields(parsed) ? parsed : {};
	} catch {
		return {};
	}
}
