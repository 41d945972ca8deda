// Runs the Ink program in a terminal: signals, resizes, suspension, and what stays on the screen afterwards.
import process from 'node:process';
import {render, type TerminalSuspension} from 'ink';
import type {SystemStore} from '../connect/trust.js';
import {clipboardTools, copySequence, copyText, terminalCopies} from '../machine/copy-text.js';
import {endCode, endSignals} from '../machine/end-signals.js';
import {generateKeyPairAside} from '../machine/generate-key-pair-aside.js';
import {App, type TerminalHolder} from './app.js';
import {lazyRunner} from './effects/lazy.js';
import type {Services} from './effects/services.js';
import type {ProgramOptions} from './main.js';
import {firstState, type Size, spokenColumns} from './model/state.js';
import {makeStore, type Store} from './store.js';
import {summary} from './summary.js';
import {looksFor} from './theme.js';

/** With what its environment says of colours. */
export type RunOptions = ProgramOptions & {readonly hasColours: boolean};

/** Runs until the program is left, and returns its exit code; a bug of ours is thrown once the terminal is restored. */
export async function runProgram(options: RunOptions): Promise<number> {
	const {stdin, stdout, machine} = options;
	const {platform, env} = process;
	// As Ink knows it.
	const isSpoken = env.INK_SCREEN_READER === 'true';
	const abort = new AbortController();
	const ended = Promise.withResolvers<number>();
	const holder: TerminalHolder = {suspendTerminal: null};
	let systemStore: Promise<SystemStore> | undefined;
	const services: Services = {
		machine,
		profiles: {folders: options.folders, disk: options.disk},
		generateAside: generateKeyPairAside,
		systemStore: () => {
			systemStore ??= import('../connect/trust.js').then(({openSystemStore}) => openSystemStore());
			return systemStore;
		},
		cwd: options.cwd,
		platform,
		width: options.width,
		copy: text => copyText(text, clipboardTools(platform, env)),
		copyByTerminal: text => {
			const isTaken = terminalCopies(env);
			if (isTaken) stdout.write(copySequence(text));
			return isTaken;
		},
		suspend: () => {
			holder.suspendTerminal?.().then(stopUntilContinued, ended.reject);
		},
	};
	const store: Store = makeStore(
		firstState(sizeOf(stdout, isSpoken), machine.now(), platform === 'win32'),
		effect => run(effect),
	);
	const run = lazyRunner(services, store.dispatch, ended.reject, abort.signal);
	const app = <App store={store} holder={holder} looks={looksFor(options.hasColours)} />;
	const instance = render(app, {
		stdin,
		stdout,
		interactive: true,
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		patchConsole: false,
		maxFps: 60,
	});
	const redraw = (change: () => void) => {
		// What was said is not said again, and nothing of it is drawn over.
		if (isSpoken) return change();
		instance.clear();
		stdout.write('\u001B[H\u001B[2J');
		change();
		instance.rerender(app);
	};
	// Terminals rewrap what stands there, so that nothing of it can be drawn over.
	const onResize = () => redraw(() => store.dispatch({type: 'resized', ...sizeOf(stdout, isSpoken)}));
	// The first frame begins where the cursor was, and what was typed before it stands in it.
	redraw(() => {});
	// Ink hides it with the alternate screen, and screen readers follow it.
	if (isSpoken) stdout.write('\u001B[?25h');
	stdout.prependListener('resize', onResize);
	const onSignal = (name: NodeJS.Signals) => ended.resolve(endCode(name));
	for (const name of Object.keys(endSignals)) process.on(name, onSignal);
	const unsubscribe = store.subscribe(() => {
		const {exitCode} = store.state();
		if (exitCode !== null) ended.resolve(exitCode);
	});
	instance.waitUntilExit().catch(ended.reject);
	run({effect: 'find-profiles'});
	run({effect: 'find-this-computer'});
	openWanted(options, store);
	try {
		return await ended.promise;
	} finally {
		abort.abort();
		unsubscribe();
		stdout.off('resize', onResize);
		for (const name of Object.keys(endSignals)) process.off(name, onSignal);
		instance.unmount();
		await instance.waitUntilExit().catch(() => {});
		await writingEnded(store);
		stdout.write(summary(store.state()));
	}
}

/** Opens what the command line names: profiles, or, with `--for` alone, the SSL certificate of that server. */
function openWanted(options: ProgramOptions, store: Store): void {
	const {servers, overrides, problems} = options;
	const isDescribed = Object.values(overrides).some(each => each !== undefined && String(each) !== '');
	const references =
		options.references.length === 0 && servers.length > 0 && overrides.kind === undefined
			? ['ssl']
			: options.references;
	if (references.length > 0 || isDescribed) store.dispatch({type: 'wanted', references, servers, overrides});
	const [first] = problems;
	if (first !== undefined) store.dispatch({type: 'noticed', notice: {tone: 'warning', text: first.message}});
}

/** The last row of a Windows console stays free: writing its last cell would scroll the screen. */
function sizeOf({columns, rows}: NodeJS.WriteStream, isSpoken: boolean): Size {
	return {
		columns: isSpoken ? spokenColumns : columns || 80,
		rows: (rows || 24) - (process.platform === 'win32' ? 1 : 0),
	};
}

/** Stops the whole foreground job, as the terminal itself would, and takes the screen again when it goes on. */
function stopUntilContinued(suspension: TerminalSuspension): void {
	// Without the terminal there is nothing left to wait for, and Node would end when it goes on.
	const stay = setInterval(() => {}, 60_000);
	process.once('SIGCONT', () => {
		clearInterval(stay);
		void suspension.resume();
	});
	process.kill(0, 'SIGTSTP');
}

/** What was being moved into its place when the program was left is complete soon, and belongs into the summary. */
const patienceMilliseconds = 500;

/** Resolves once nothing is written any more. */
async function writingEnded(store: Store): Promise<void> {
	const isWriting = () =>
		store.state().screens.some(each => each.screen === 'result' && each.status !== 'done');
	if (!isWriting()) return;
	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, patienceMilliseconds);
	const unsubscribe = store.subscribe(() => {
		if (!isWriting()) resolve();
	});
	await promise;
	clearTimeout(timer);
	unsubscribe();
}
