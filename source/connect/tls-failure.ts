// What a handshake that failed says about the server.
import {codeOf, type ConnectFailure} from './failure.js';

/** The number of the alert that ended a connection (RFC 8446, section 6); null when it was none. */
function alertOf(cause: unknown): number | null {
	const [, number] = /\bSSL alert number (\d+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
	return number === undefined ? null : Number(number);
}

const alerts: Readonly<Record<number, string>> = {
	10: 'unexpected_message',
	20: 'bad_record_mac',
	40: 'handshake_failure',
	42: 'bad_certificate',
	47: 'illegal_parameter',
	48: 'unknown_ca',
	49: 'access_denied',
	50: 'decode_error',
	51: 'decrypt_error',
	70: 'protocol_version',
	71: 'insufficient_security',
	80: 'internal_error',
	86: 'inappropriate_fallback',
	112: 'unrecognized_name',
	116: 'certificate_required',
	120: 'no_application_protocol',
};

/** Alerts with which servers answer a client that sent no certificate, after they have sent theirs. */
const clientRefused: ReadonlySet<number> = new Set([40, 42, 48, 49, 116]);

const wantsCertificate: ConnectFailure = {
	reason: 'client-certificate',
	message: 'wants a certificate from the client, and refuses those that have none',
};

function refusesClient(alert: number | null): boolean {
	return alert !== null && clientRefused.has(alert);
}

/**
 * What an error after the handshake says: a server of TLS 1.3 refuses a client without a certificate only then (RFC 8446,
 * section 4.4.2.4). Otherwise it may hang up as it likes, and null is returned.
 */
export function refusalAfterHandshake(cause: unknown): ConnectFailure | null {
	return refusesClient(alertOf(cause)) ? wantsCertificate : null;
}

/**
 * The failure behind the error of a handshake; `wasPresented` when the server's certificate had come already, `name` as
 * sent in server_name.
 */
export function handshakeFailure(cause: unknown, wasPresented: boolean, name: string): ConnectFailure {
	const alert = alertOf(cause);
	const code = codeOf(cause);
	if (alert === 116 || (wasPresented && refusesClient(alert))) return wantsCertificate;
	if (alert === 70 || code === 'ERR_SSL_UNSUPPORTED_PROTOCOL')
		return {reason: 'old-tls', message: 'speaks no TLS 1.2 and no TLS 1.3, only older versions'};
	if (alert === 112)
		return {reason: 'server-name', message: `has no certificate for the name "${name}" (unrecognized_name)`};
	if (alert === 40 || alert === 71)
		return {reason: 'no-common-cipher', message: 'has no cipher in common with this program'};
	if (alert !== null)
		return {reason: 'handshake', message: `ends the handshake with the alert ${alerts[alert] ?? alert}`};
	if (/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE|HTTP_REQUEST)$/.test(code))
		return {reason: 'no-tls', message: 'answers, but not in TLS'};
	if (code.startsWith('ERR_SSL_')) {
		const words = code.slice('ERR_SSL_'.length).toLowerCase().replaceAll('_', ' ');
		return {reason: 'handshake', message: `does not finish the handshake: ${words}`};
	}
	return {reason: 'broken-off', message: 'breaks off the connection during the handshake'};
}
