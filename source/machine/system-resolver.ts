// The system's resolver in a process of its own: a look-up that hangs in this one can never be called off.
import {spawn} from 'node:child_process';
import {lookup} from 'node:dns/promises';

export type SystemResolver = {
	/** The addresses of a name, in the system's order. Rejects with an error that has a code: ENOTFOUND, EAI_AGAIN. */
	readonly lookUp: (name: string) => Promise<readonly string[]>;
	/** Ends every look-up that is under way; nobody hears of them any more. */
	readonly close: () => void;
};

/** What became of one look-up. */
type Answer = {readonly addresses: readonly string[]} | {readonly code: string};

/** Look-ups side by side; a name server that hangs takes the place of one only. */
const threads = '16';

/**
 * Names on stdin, answers on stdout, each on a line; Ctrl+C reaches it too, and is the program's to hear. When the
 * program is gone, however it ended, a look-up that hangs must not live on, and only a kill ends it.
 */
const program = `
	process.on('SIGINT', () => {});
	const {lookup} = require('node:dns/promises');
	const lines = require('node:readline').createInterface({input: process.stdin});
	lines.on('line', name => lookup(name, {all: true}).then(
		found => ({addresses: found.map(each => each.address)}),
		cause => ({code: String(cause.code)}),
	).then(answer => console.log(JSON.stringify([name, answer]))));
	lines.on('close', () => process.kill(process.pid, 'SIGKILL'));
`;

/** Makes a resolver; its process starts with the first name. Who opens it closes it. */
export function openSystemResolver(code = program): SystemResolver {
	let helper: Helper | null = null;
	return {
		lookUp: async name => {
			helper ??= startHelper(code);
			const answer = await helper.ask(name);
			// Where no such process can be had, as in a single executable, this one has to do.
			if (answer === null) return (await lookup(name, {all: true})).map(({address}) => address);
			if ('code' in answer) throw Object.assign(new Error(answer.code), {code: answer.code});
			return answer.addresses;
		},
		close: () => helper?.close(),
	};
}

type Helper = {
	/** Null: the process is not there (any more). */
	readonly ask: (name: string) => Promise<Answer | null>;
	readonly close: () => void;
};

function startHelper(code: string): Helper {
	const {NODE_OPTIONS: _, ...env} = process.env;
	const child = spawn(process.execPath, ['-e', code], {
		stdio: ['pipe', 'pipe', 'ignore'],
		windowsHide: true,
		env: {...env, UV_THREADPOOL_SIZE: threads},
	});
	const waiting = new Map<string, PromiseWithResolvers<Answer | null>>();
	let isOver = false;
	const end = () => {
		isOver = true;
		for (const {resolve} of waiting.values()) resolve(null);
		waiting.clear();
	};
	child.on('error', end).on('exit', end);
	child.stdin.on('error', () => {});
	let text = '';
	child.stdout.setEncoding('utf8').on('data', (more: string) => {
		const lines = (text + more).split('\n');
		text = lines.pop() ?? '';
		for (const line of lines) {
			const [name, answer]: [string, Answer] = JSON.parse(line);
			waiting.get(name)?.resolve(answer);
			waiting.delete(name);
		}
	});
	return {
		ask: name => {
			if (isOver) return Promise.resolve(null);
			const known = waiting.get(name);
			if (known !== undefined) return known.promise;
			const asked = Promise.withResolvers<Answer | null>();
			waiting.set(name, asked);
			child.stdin.write(`${name}\n`);
			return asked.promise;
		},
		close: () => {
			// Those who wait have given up already; an answer now would only start the look-up again.
			waiting.clear();
			child.kill('SIGKILL');
			child.stdin.destroy();
			child.stdout.destroy();
			child.unref();
		},
	};
}
