// How a look at a TLS connection ends: once, and with no timer left behind.

/** What ends: a socket, of TLS or not. */
type Connection = {readonly end: () => unknown; readonly destroy: () => unknown};

/** How long a server may take to close its half. */
const closeMs = 1000;

export type Ending<T> = {
	/** Ends the look with `result`; after the first time, nothing. */
	readonly finish: (result: T) => void;
	/** Says goodbye, and ends with `result` when the server does not. */
	readonly part: (result: T) => void;
	/** Parts after `milliseconds`, unless that happened before. */
	readonly partIn: (milliseconds: number, result: T) => void;
};

/** The ending of a look over `connection`; `onEnd` hears of it once, when the connection is gone. */
export function makeEnding<T>(connection: Connection, onEnd: (result: T) => void): Ending<T> {
	let isOver = false;
	let timer: NodeJS.Timeout | undefined;
	const wait = (milliseconds: number, then: () => void) => {
		clearTimeout(timer);
		timer = setTimeout(then, milliseconds);
	};
	const finish = (result: T) => {
		if (isOver) return;
		isOver = true;
		clearTimeout(timer);
		connection.destroy();
		onEnd(result);
	};
	const part = (result: T) => {
		// What was put off comes after the end as well.
		if (isOver) return;
		wait(closeMs, () => finish(result));
		connection.end();
	};
	const partIn = (milliseconds: number, result: T) => {
		if (!isOver) wait(milliseconds, () => part(result));
	};
	return {finish, part, partIn};
}
