// A password while it is typed: its text can be used, but no printing, logging or serialising shows it.
import {inspect} from 'node:util';
import {
	type EditCommand,
	editText,
	graphemesOf,
	insertText,
	type TextBuffer,
	textBuffer,
} from '../parts/text-buffer.js';

const shownInstead = '[secret]';

/** Immutable like all of the state; the text lives in a private field, out of reach of any printer. */
export class Secret {
	readonly #buffer: TextBuffer;

	constructor(buffer: TextBuffer = textBuffer('')) {
		this.#buffer = buffer;
	}

	/** The password itself; for the one place that encrypts with it, and for the field that shows it on request. */
	reveal(): string {
		return this.#buffer.text;
	}

	/** What a text field draws; it hides the graphemes unless it is asked to show them. */
	buffer(): TextBuffer {
		return this.#buffer;
	}

	insert(text: string): Secret {
		return new Secret(insertText(this.#buffer, text));
	}

	edit(command: EditCommand): Secret {
		return new Secret(editText(this.#buffer, command));
	}

	/** In graphemes. */
	get length(): number {
		return graphemesOf(this.#buffer.text).length;
	}

	get isEmpty(): boolean {
		return this.#buffer.text === '';
	}

	equals(other: Secret): boolean {
		return this.#buffer.text === other.#buffer.text;
	}

	toString(): string {
		return shownInstead;
	}

	toJSON(): string {
		return shownInstead;
	}

	[inspect.custom](): string {
		return shownInstead;
	}
}
