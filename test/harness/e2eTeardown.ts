import { stopE2eInstance } from './e2eInstance';

/** jest's globalTeardown of the e2e project. */
export default async function tearDown(): Promise<void> {
	await stopE2eInstance();
}
