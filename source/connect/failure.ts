// Why a server could not be looked at, told apart as an administrator has to.

export type ConnectFailureReason =
	| 'unknown-name'
	| 'refused'
	| 'unreachable'
	| 'no-answer'
	| 'silent'
	| 'slow'
	| 'plain-http'
	| 'no-tls'
	| 'old-tls'
	| 'client-certificate'
	| 'server-name'
	| 'no-common-cipher'
	| 'broken-off'
	| 'handshake';

export type ConnectFailure = {
	readonly reason: ConnectFailureReason;
	/** What the server does or does not, as the predicate of a sentence; lower case, no full stop. */
	readonly message: string;
};

/** Thrown inside this folder; whoever calls it gets the failure as a value. */
export class ConnectError extends Error {
	readonly failure: ConnectFailure;

	constructor(reason: ConnectFailureReason, message: string) {
		super(message);
		this.name = 'ConnectError';
		this.failure = {reason, message};
	}
}

/** The system's code of an error: `ECONNREFUSED`, `ERR_SSL_…`; empty when it has none. */
export function codeOf(cause: unknown): string {
	return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
