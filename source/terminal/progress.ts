// Progress of a batch on stderr: one line that is drawn again, with a bar, the count and the current name.
import {visible} from '../problem/visible.js';

const barWidth = 24;

/** One line of at most `columns` characters: `[########----]  12/100  name`. */
export function progressLine(finished: number, total: number, name: string, columns: number): string {
	const filled = total === 0 ? barWidth : Math.floor((finished / total) * barWidth);
	const count = `${String(finished).padStart(String(total).length)}/${total}`;
	const line = `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]  ${count}  ${visible(name)}`;
	return fitting(line, columns - 1);
}

/** As much of a text as fits: what may take two columns (all that is not Latin, Greek or Cyrillic) counts as two. */
function fitting(text: string, columns: number): string {
	let rest = columns;
	let end = 0;
	for (const character of text) {
		rest -= character < '\u0590' ? 1 : 2;
		if (rest < 0) break;
		end += character.length;
	}
	return text.slice(0, end);
}

/** Goes back to the start of the line and clears it. */
export const clearLine = '\r\u001b[2K';
