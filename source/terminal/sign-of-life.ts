// Shows on a terminal that something goes on, and for how long already; nothing for work that is done at once.
import {visible} from '../problem/visible.js';
import type {Console} from './console.js';
import {clearLine} from './progress.js';

const patienceMs = 300;

/** Waits for `work`; after a moment, and then every second, writes one line to stderr when that is a terminal. */
export async function withSignOfLife<T>({stderr}: Console, text: string, work: Promise<T>): Promise<T> {
	if (stderr.isTTY !== true) return work;
	const start = performance.now();
	let isShown = false;
	const show = () => {
		const seconds = Math.floor((performance.now() - start) / 1000);
		const line = `${visible(text)} … ${seconds === 0 ? '' : `${seconds} s, `}Ctrl+C stops it`;
		stderr.write(`${clearLine}${[...line].slice(0, (stderr.columns ?? 80) - 1).join('')}`);
		isShown = true;
	};
	const first = setTimeout(show, patienceMs);
	const others = setInterval(show, 1000);
	try {
		return await work;
	} finally {
		clearTimeout(first);
		clearInterval(others);
		if (isShown) stderr.write(clearLine);
	}
}
