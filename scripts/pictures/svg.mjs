// The screen of a terminal as an SVG: one text for each run of cells that look alike.

const cell = {width: 8.4, height: 18};
const margin = 14;
const background = '#1e1e1e';
const foreground = '#d4d4d4';

/** The first sixteen colours, as dark terminals have them. */
const palette = [
	'#1e1e1e',
	'#f14c4c',
	'#23d18b',
	'#e5c07b',
	'#3b8eea',
	'#d670d6',
	'#29b8db',
	'#d4d4d4',
	'#808080',
	'#f14c4c',
	'#23d18b',
	'#e5c07b',
	'#3b8eea',
	'#d670d6',
	'#29b8db',
	'#ffffff',
];

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What a cell looks like, as one comparable text. */
function lookOf(cell) {
	const own = cell.isFgPalette() ? (palette[cell.getFgColor()] ?? foreground) : foreground;
	const isInverse = cell.isInverse() !== 0;
	return JSON.stringify({
		fill: isInverse ? background : own,
		back: isInverse ? own : null,
		isBold: cell.isBold() !== 0,
		isDim: cell.isDim() !== 0,
	});
}

/** Runs of cells with one look: `{column, text, look}`. */
function runsOf(line, columns) {
	const runs = [];
	for (let column = 0; column < columns; column++) {
		const found = line?.getCell(column);
		if (found === undefined || found.getWidth() === 0) continue;
		const look = lookOf(found);
		const text = found.getChars() || ' ';
		const last = runs.at(-1);
		if (last?.look === look) last.text += text;
		else runs.push({column, text, look});
	}
	return runs;
}

/** Draws the visible part of an xterm buffer; `title` is what a screen reader says of the picture. */
export function drawSvg(terminal, title) {
	const {cols, rows} = terminal;
	const {active} = terminal.buffer;
	const width = cols * cell.width + 2 * margin;
	const height = rows * cell.height + 2 * margin;
	const parts = [];
	for (let row = 0; row < rows; row++) {
		const y = margin + row * cell.height;
		for (const {column, text, look} of runsOf(active.getLine(active.baseY + row), cols)) {
			const {fill, back, isBold, isDim} = JSON.parse(look);
			const x = margin + column * cell.width;
			const length = text.length * cell.width;
			if (back !== null)
				parts.push(
					`<rect x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${cell.height}" fill="${back}"/>`,
				);
			if (text.trim() === '') continue;
			const style = `${isBold ? ' font-weight="bold"' : ''}${isDim ? ' opacity="0.55"' : ''}`;
			// The length keeps the columns in line, whatever font there is.
			parts.push(
				`<text x="${x.toFixed(1)}" y="${y + 14}" fill="${fill}"${style} textLength="${length.toFixed(1)}" xml:space="preserve">${escaped(text)}</text>`,
			);
		}
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="${escaped(title)}" font-family="ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="14">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="${background}"/>
${parts.join('\n')}
</svg>
`;
}
