// Numbers as people read them.

/** `600,000` for a whole number; the same everywhere, and without the 15 ms that Intl takes for it. */
export function thousands(number: number): string {
	return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
