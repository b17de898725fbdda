import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Refusal } from '../values/checked';
import type { Failure } from './failure';

/** The one place where a failure becomes an error of n8n: message, description, status and item, and nothing else. */
export function toNodeError(node: INode, failure: Failure, itemIndex: number): NodeApiError | NodeOperationError {
	const { message, description, httpStatus } = failure;
	const error =
		failure.kind === 'input'
			? new NodeOperationError(node, message, { description, itemIndex })
			: new NodeApiError(
					node,
					{ message },
					{ message, description, itemIndex, ...(httpStatus !== undefined && { httpCode: String(httpStatus) }) },
				);
	// n8n swaps messages that contain words such as ECONNREFUSED for texts of its own; the platform's words must stay.
	error.message = message;
	return error;
}

/** A local check that said no: nothing has been sent. */
export function inputFailure({ message, description, concernsAll }: Omit<Refusal, 'ok'>): Failure {
	return { kind: 'input', message, description, code: 'INVALID_INPUT', ...(concernsAll && { concernsAll }) };
}
