// The Ink root for screen readers: what was said stays above, the line where the focus is is written anew.
import {Box, Static, Text} from 'ink';
import type {Speech} from './speech.js';

type SpokenProps = {readonly speech: Speech};

/** Ink writes what is static once, and only the last line again with every key. */
export function Spoken({speech: {said, here}}: SpokenProps) {
	return (
		<Box flexDirection="column">
			<Static items={[...said]}>{(text, index) => <Text key={index}>{text}</Text>}</Static>
			<Text>{here}</Text>
		</Box>
	);
}
