/** What can be awaited, with the outputs of the node. A failure leaves by the last one: the others are answers. */
export const waitingOutputs = {
	reply: ['Reply', 'STOP', 'Timed Out'],
	delivery: ['Delivered', 'Not Delivered', 'Timed Out'],
} as const;

export type WaitFor = keyof typeof waitingOutputs;

export const TIMED_OUT = 2;

export const OPERATION = 'sendAndWaitForEvent';

/** The outputs of the action node, which n8n evaluates for its parameters: one for every other operation. */
export const outputs = `={{ $parameter["resource"] === "sms" && $parameter["operation"] === "${OPERATION}" ? ($parameter["waitFor"] === "delivery" ? ${named('delivery')} : ${named('reply')}) : ["main"] }}` as const;

function named(waitFor: WaitFor): string {
	return JSON.stringify(waitingOutputs[waitFor].map((displayName) => ({ type: 'main', displayName })));
}
