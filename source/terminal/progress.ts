// Progress of a batch on stderr: one line that is drawn again, with a bar, the count and the current name.
import {visible} from '../problem/visible.js';

const barWidth = 24;

/** One line of at most `columns` characters: `[########----]  12/100  name`. */
export function progressLine(finished: number, total: number, name: string, columns: number): string {
	const filled = total === 0 ? barWidth : Math.floor((finished / total) * barWidth);
	const count = `${String(finished).padStart(String(total).length)}/${total}`;
	const line = `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]  ${count}  ${visible(name)}`;
	return [...line].slice(0, Math.max(0, columns - 1)).join('');
}

/** Goes back to the start of the line and clears it. */
export const clearLine = '\r\u001b[2K';
