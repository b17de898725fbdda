import type { INodeProperties } from 'n8n-workflow';

/** The two fields both credentials share; the platforms differ only in host and in where the key goes. */
export function apiKeyFields(apiKeyHelp: string, baseUrl: string): INodeProperties[] {
	return [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: apiKeyHelp,
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: baseUrl,
			description: 'Address of the API. Change it only to reach a proxy or a test server.',
		},
	];
}
