// Does a server that speaks no TLS speak HTTP? The usual mistake is the wrong port.
import {connect} from 'node:net';

/** True when the answer to a plain HTTP request begins as HTTP does; false for all else, silence included. */
export function speaksPlainHttp(address: string, port: number, signal: AbortSignal): Promise<boolean> {
	const {promise, resolve} = Promise.withResolvers<boolean>();
	if (signal.aborted) return Promise.resolve(false);
	const socket = connect({host: address, port});
	let beginning = '';
	const finish = (found: boolean) => {
		signal.removeEventListener('abort', onAbort);
		socket.destroy();
		resolve(found);
	};
	const onAbort = () => finish(false);
	signal.addEventListener('abort', onAbort, {once: true});
	socket.setEncoding('latin1');
	socket.once('connect', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
	socket.on('data', (text: string) => {
		beginning += text;
		if (beginning.length >= 5) finish(beginning.startsWith('HTTP/'));
	});
	socket.once('error', () => finish(false));
	socket.once('close', () => finish(false));
	return promise;
}
