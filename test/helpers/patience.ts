/** Milliseconds of a wait that only a hang uses up: waits end with what they wait for. */
export const PATIENCE = 300_000;
