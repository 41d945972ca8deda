// The keys of a line of text.
import {type KeyRow, row} from './key-row.js';

export const textKeys: readonly KeyRow[] = [
	row('text', 'left', 'Left', 'left', 'left', 'one character to the left'),
	row('text', 'right', 'Right', 'right', 'right', 'one character to the right'),
	row('text', 'ctrl+left alt+left', 'Ctrl+Left', 'word-left', 'word', 'a word to the left'),
	row('text', 'ctrl+right alt+right', 'Ctrl+Right', 'word-right', 'word', 'a word to the right'),
	row('text', 'home ctrl+a', 'Home, Ctrl+A', 'home', 'start', 'to the start'),
	row('text', 'end ctrl+e', 'End, Ctrl+E', 'end', 'end', 'to the end'),
	row('text', 'backspace', 'Backspace', 'backspace', 'delete', 'delete the character before the cursor'),
	row('text', 'delete', 'Del', 'delete', 'delete', 'delete the character under the cursor'),
	row('text', 'ctrl+w alt+backspace', 'Ctrl+W', 'delete-word', 'delete', 'delete the word before the cursor'),
	row('text', 'ctrl+u', 'Ctrl+U', 'delete-to-start', 'delete', 'delete all before the cursor'),
	row('text', 'ctrl+k', 'Ctrl+K', 'delete-to-end', 'delete', 'delete all behind the cursor'),
	row('text', 'ctrl+_', 'Ctrl+_', 'undo', 'undo', 'take the last change of the text back'),
];
