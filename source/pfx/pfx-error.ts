// Why a PFX could not be opened.

export type PfxErrorReason =
	| 'not-a-pfx'
	| 'wrong-password'
	| 'unsupported-algorithm'
	| 'too-much-work'
	| 'damaged';

/** Thrown by `openPfx`; the message is for people, lower case, without a full stop, and never holds the password. */
export class PfxError extends Error {
	readonly reason: PfxErrorReason;

	constructor(reason: PfxErrorReason, message: string) {
		super(message);
		this.name = 'PfxError';
		this.reason = reason;
	}
}
