import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialType,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { checkBaseUrl, travelsUnencrypted } from '../values/baseUrl';
import { asText, isRecord } from '../values/narrow';
import type { Endpoint } from './endpoint';
import type { Answer } from './failure';
import { judge } from './judge';
import { networkFailure, timedOut } from './networkFailure';
import { redact } from './redact';
import { inTime } from './time';

const TIMEOUT_MS = 30_000;

type CredentialTest = (this: ICredentialTestFunctions, credential: ICredentialsDecrypted) => Promise<INodeCredentialTestResult>;

/**
 * Tests a credential with a harmless look-up. A declarative test would judge only the status or answer with a text of
 * ours; this one says what the platform said, also when it says it inside a 200.
 */
export function credentialTest(credentialType: ICredentialType, endpoint: Endpoint): CredentialTest {
	return async function test(credential) {
		const data = credential.data ?? {};
		if (asText(data.apiKey) === undefined) return failed('API Key is empty. Paste the key from the API menu of your dashboard.');
		const baseUrl = checkBaseUrl(data.baseUrl);
		if (!baseUrl.ok) return failed(`${baseUrl.message}. Write a whole address that begins with https://.`);
		if (travelsUnencrypted(baseUrl.value)) return failed('With this Base URL the API key would travel unencrypted, for everybody on the way to read. Let it begin with https://.');
		const answer = await ask(this.helpers, endpoint, await authenticated(credentialType, data, endpoint), data);
		if (answer.ok) return { status: 'OK', message: 'The platform accepts this key' };
		const { message, description } = answer.failure;
		return failed(`${message}. ${description}`);
	};
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

async function authenticated(credentialType: ICredentialType, data: ICredentialDataDecryptedObject, { method, path }: Endpoint): Promise<IHttpRequestOptions> {
	const request = { method, url: path };
	const { authenticate } = credentialType;
	return typeof authenticate === 'function' ? authenticate(data, request) : request;
}

/** n8n gives credential tests no other helper than this older one. */
async function ask(
	helpers: ICredentialTestFunctions['helpers'],
	endpoint: Endpoint,
	{ method, url, qs }: IHttpRequestOptions,
	{ apiKey }: ICredentialDataDecryptedObject,
): Promise<Answer<unknown>> {
	try {
		const response: unknown = await inTime(TIMEOUT_MS, async () =>
			helpers.request({
				method,
				uri: url,
				qs,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				// Of silence, and not in all.
				timeout: TIMEOUT_MS,
			}),
		);
		if (response === undefined) return { ok: false, failure: timedOut(endpoint) };
		const { statusCode, body } = isRecord(response) ? response : {};
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
		return redact(judge(endpoint, { status: Number(statusCode), text }), String(apiKey).trim());
	} catch (error) {
		return { ok: false, failure: networkFailure(endpoint, error) };
	}
}
