import type { INodeProperties } from 'n8n-workflow';

/** Shown on look-ups: off, the platform's own record comes along under `raw`. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
