// The signals that end a run in order, and the exit codes for them.

/**
 * As shells say it: 128 and the number of the signal. A closed terminal or a lost ssh session is SIGHUP, Ctrl+Break on
 * Windows SIGBREAK: unheard, they would leave temporary files behind.
 */
export const endSignals = {
	SIGINT: 130,
	SIGBREAK: 130,
	SIGTERM: 143,
	SIGHUP: 129,
} as const satisfies Partial<Record<NodeJS.Signals, number>>;

/** The exit code of a run that the signal of this name ended; that of Ctrl+C for all else. */
export function endCode(name: unknown): number {
	const found = Object.entries(endSignals).find(([each]) => each === name);
	return found?.[1] ?? endSignals.SIGINT;
}
