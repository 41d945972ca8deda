// Arguments → command → exit code.

/** Runs the program with its arguments; returns the exit code. */
export async function main(_args: readonly string[], _shippedProfiles: URL): Promise<number> {
	return 0;
}
