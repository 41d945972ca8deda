// Bytes that are not the DER they should be.

/** Thrown by everything that reads DER; the message says what was expected where, for people, without a full stop. */
export class DerError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'DerError';
	}
}
