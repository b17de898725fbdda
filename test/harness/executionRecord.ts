import { parse } from 'flatted';
import type { INodeExecutionData, IRunExecutionData, ITaskData } from 'n8n-workflow';

/** What one node did in an execution (its last run, if it ran several times). */
export interface NodeRun {
	/** Items by output; an output by which nothing left is empty. */
	outputs: INodeExecutionData[][];
	hints: string[];
	error?: RunError;
}

export interface RunError {
	message: string;
	description?: string | null | undefined;
}

/** An execution as a test or the demo wants to read it. */
export interface Execution {
	id: string;
	/** n8n's own: `success`, `error`, `waiting`, `crashed`, `canceled`, `running`, `new`. */
	status: string;
	mode: string;
	nodes: Record<string, NodeRun>;
	error?: RunError;
	/** The run data as n8n stores it, to search for what must not be in it. */
	stored: string;
}

/** The part of `GET /rest/executions/:id` that is read here; `data` is in the `flatted` form. */
export interface ExecutionRecord {
	id: string;
	status: string;
	mode: string;
	data: string;
}

/** Decodes n8n's record of an execution. */
export function readExecution(record: ExecutionRecord): Execution {
	const data: Partial<IRunExecutionData> = parse(record.data);
	const nodes = Object.entries(data.resultData?.runData ?? {}).flatMap(([name, runs]) => {
		const last = runs.at(-1);
		return last === undefined ? [] : [[name, readNodeRun(last)] as const];
	});
	const error = data.resultData?.error;
	return {
		id: record.id,
		status: record.status,
		mode: record.mode,
		nodes: Object.fromEntries(nodes),
		...(error === undefined ? {} : { error: readError(error) }),
		stored: record.data,
	};
}

/** Positions of the outputs by which at least one item left the node. */
export function usedOutputs(run: NodeRun): number[] {
	return run.outputs.flatMap((items, index) => (items.length > 0 ? [index] : []));
}

function readNodeRun(run: ITaskData): NodeRun {
	return {
		outputs: (run.data?.['main'] ?? []).map((items) => items ?? []),
		hints: (run.hints ?? []).map((hint) => hint.message),
		...(run.error === undefined ? {} : { error: readError(run.error) }),
	};
}

function readError({ message, description }: RunError): RunError {
	return { message, ...(description === undefined ? {} : { description }) };
}
