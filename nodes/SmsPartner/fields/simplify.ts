import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { asBoolean, type UnknownRecord } from '../values/narrow';

/** Shown on look-ups: off, the platform's own record comes along under `raw`. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** How a look-up shows a record of the platform: as it is described, with the record itself unless simplified. */
export function presenter(context: IExecuteFunctions): (json: IDataObject, record: UnknownRecord) => IDataObject {
	const simplify = asBoolean(context.getNodeParameter('simplify', 0, true)) !== false;
	return (json, record) => (simplify ? json : { ...json, raw: { ...record } });
}
