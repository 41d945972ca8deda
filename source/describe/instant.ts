// Points in time as text: one form for people, one for programs.

/**
 * `2028-11-22 13:07:00 UTC`. Windows writes dates as the user's locale has it; these files are read in many countries,
 * and 03/04/2028 is two different days.
 */
export function instantText(date: Date): string {
	return `${isoInstant(date).replace('T', ' ').replace('Z', '')} UTC`;
}

/** ISO 8601 in UTC without fraction: `2028-11-22T13:07:00Z`. */
export function isoInstant(date: Date): string {
	return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
