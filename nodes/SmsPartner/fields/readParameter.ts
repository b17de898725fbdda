/** Reads what a field of the panel holds for one input item. */
export type ReadParameter = (name: string, itemIndex: number) => unknown;
