import { refuse, type Checked } from '../values/checked';
import { asText, isRecord } from '../values/narrow';

/** Reading a parameter throws when its expression cannot be evaluated: that is a refusal of this one item. */
export function guarded<T>(check: () => Checked<T>): Checked<T> {
	try {
		return check();
	} catch (error) {
		const facts = isRecord(error) ? error : {};
		const parameter = isRecord(facts.context) ? asText(facts.context.parameter) : undefined;
		return refuse(
			`The expression${parameter === undefined ? '' : ` in "${parameter}"`} cannot be evaluated: ${asText(facts.message) ?? 'no reason given'}`,
			'Open the node, look at the preview of the expression for this item and correct it.',
		);
	}
}
