import axios, { type AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';

export interface Login {
	email: string;
	password: string;
}

/** A signed-in user of an n8n; plain data, so that a test process can take over the session of another. */
export interface N8nSession {
	url: string;
	cookie: string;
	/** n8n's own, e.g. `2.41.1`. */
	version: string;
}

/** The login cookie holds only together with the browser id that it was issued for. */
export const browserId = 'local-harness';

/** Signs in as the instance's owner, who is created on the first call for a fresh instance. */
export async function signIn(url: string, login: Login): Promise<N8nSession> {
	const rest = restClient({ url, cookie: '' });
	const settings = await rest.get('/rest/settings');
	const isFresh: unknown = settings.data?.data?.userManagement?.showSetupOnFirstLoad;
	const answer =
		isFresh === true
			? await rest.post('/rest/owner/setup', { ...login, firstName: 'Local', lastName: 'Owner' })
			: await rest.post('/rest/login', { emailOrLdapLoginId: login.email, password: login.password });
	const cookie = answer.headers['set-cookie']?.find((value) => value.startsWith('n8n-auth='));
	if (cookie === undefined) throw new Error('n8n gave no login cookie');
	const session = { url, cookie: cookie.split(';', 1).join('') };
	// n8n 1.x tells its version only to those who are signed in.
	const { data: answered } = await restClient(session).get('/rest/settings');
	return { ...session, version: String(answered.data.versionCli) };
}

/** An HTTP client for n8n's own API; anything but a 2xx throws, with n8n's message. */
export function restClient({ url, cookie }: Pick<N8nSession, 'url' | 'cookie'>): AxiosInstance {
	const client = axios.create({
		baseURL: url,
		headers: { 'browser-id': browserId, ...(cookie === '' ? {} : { Cookie: cookie }) },
		maxBodyLength: Infinity,
		proxy: false,
		validateStatus: null,
	});
	client.interceptors.response.use(refuseFailure, refuseSilence);
	return client;
}

function refuseFailure(response: AxiosResponse): AxiosResponse {
	if (response.status >= 200 && response.status < 300) return response;
	const { method = '', url = '' } = response.config;
	const message: unknown = response.data?.message ?? response.data;
	throw new Error(`n8n answered ${method.toUpperCase()} ${url} with ${response.status}: ${JSON.stringify(message)}`);
}

/** The HTTP client's own error holds its sockets, which jest cannot write down. */
function refuseSilence(error: AxiosError): never {
	const { method = '', url = '' } = error.config ?? {};
	throw new Error(`n8n did not answer ${method.toUpperCase()} ${url}: ${error.message}`);
}
