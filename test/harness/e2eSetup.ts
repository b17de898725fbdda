import { startE2eInstance } from './e2eInstance';
import { exitOnSignals } from './processGroup';

/** jest's globalSetup of the e2e project. */
export default async function setUp(): Promise<void> {
	exitOnSignals();
	await startE2eInstance();
}
