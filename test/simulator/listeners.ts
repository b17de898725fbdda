type Listener<Value> = (value: Value) => void;

/** Typed events: `Events` maps a name to what its listeners get. */
export class Listeners<Events> {
	private readonly lists: { [Name in keyof Events]?: Listener<Events[Name]>[] } = {};

	on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): void {
		this.lists[name] = [...(this.lists[name] ?? []), listener];
	}

	emit<Name extends keyof Events>(name: Name, value: Events[Name]): void {
		for (const listener of this.lists[name] ?? []) listener(value);
	}
}
