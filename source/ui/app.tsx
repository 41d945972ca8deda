// The Ink root: one reader of keys, one of pastes, and a text for every row.
import {
	Box,
	type SuspendTerminal,
	Text,
	useApp,
	useCursor,
	useInput,
	useIsScreenReaderEnabled,
	usePaste,
} from 'ink';
import {memo, useEffect, useRef, useState, useSyncExternalStore} from 'react';
import {inputReader} from './input.js';
import {type Line, sameLine} from './parts/line.js';
import {type Speech, speak} from './speech.js';
import {Spoken} from './spoken-app.js';
import type {Store} from './store.js';
import type {Looks} from './theme.js';
import {view} from './view.js';

/** Ink hands out the way to leave the terminal for a while only inside of its tree. */
export type TerminalHolder = {suspendTerminal: SuspendTerminal | null};

type AppProps = {
	readonly store: Store;
	readonly holder: TerminalHolder;
	readonly looks: Looks;
};

/** Draws the state of a store and feeds it with what is typed. */
export function App({store, holder, looks}: AppProps) {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const {suspendTerminal} = useApp();
	useEffect(() => {
		holder.suspendTerminal = suspendTerminal;
	}, [holder, suspendTerminal]);
	const [readKeys] = useState(() => inputReader(store.dispatch, () => performance.now()));
	useInput(readKeys);
	usePaste(text => store.dispatch({type: 'paste', text, isWhole: true, isFresh: true}));
	const {setCursorPosition} = useCursor();
	const isSpoken = useIsScreenReaderEnabled();
	const speech = useRef<Speech | null>(null);
	if (isSpoken) {
		speech.current = speak(speech.current, state);
		return <Spoken speech={speech.current} />;
	}
	const {rows, cursor} = view(state);
	setCursorPosition(cursor ?? undefined);
	return (
		<Box flexDirection="column" height={rows.length}>
			{rows.map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its position.
				<Row key={index} row={row} looks={looks} />
			))}
		</Box>
	);
}

type RowProps = {readonly row: Line; readonly looks: Looks};

/** Drawn again only when its text or looks differ, since every state makes new rows. */
const Row = memo(
	({row, looks}: RowProps) => (
		<Text wrap="truncate-end">
			{row.length === 0
				? ' '
				: row.map((each, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity of their own.
						<Text key={index} {...looks[each.tone]}>
							{each.text}
						</Text>
					))}
		</Text>
	),
	(before, after) => sameLine(before.row, after.row),
);
