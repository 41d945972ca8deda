// A DNS server on the loopback address that knows what a test tells it (RFC 1035, section 4).
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import type {ExecutionContext} from 'ava';

/** Records of a name; `silent` questions get no answer, `code` is the RCODE of the answer. */
export type Zone = Readonly<
	Record<
		string,
		{
			readonly a?: readonly string[] | 'silent';
			readonly aaaa?: readonly (readonly number[])[] | 'silent';
			readonly code?: number;
		}
	>
>;

/** Starts the server; returns its address for a resolver. Names that the zone does not have do not exist. */
export async function startDnsServer(t: ExecutionContext, zone: Zone): Promise<string> {
	const socket = createSocket('udp4');
	socket.on('message', (query, from) => {
		const reply = answer(query, zone);
		if (reply !== null) socket.send(reply, from.port, from.address);
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	t.teardown(() => socket.close());
	return `127.0.0.1:${socket.address().port}`;
}

function answer(query: Buffer, zone: Zone): Buffer | null {
	const labels: string[] = [];
	let offset = 12;
	for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
		labels.push(query.toString('ascii', offset + 1, offset + 1 + length));
		offset += length + 1;
	}
	const question = query.subarray(12, offset + 5);
	const type = query.readUInt16BE(offset + 1);
	const entry = zone[labels.join('.').toLowerCase()];
	const records = type === 1 ? entry?.a : entry?.aaaa;
	if (records === 'silent') return null;
	const code = entry === undefined ? 3 : (entry.code ?? 0);
	const data = (records ?? []).map(each =>
		Buffer.from(typeof each === 'string' ? each.split('.').map(Number) : each),
	);
	const header = Buffer.alloc(12);
	query.copy(header, 0, 0, 2);
	header.writeUInt16BE(0x8180 | code, 2);
	header.writeUInt16BE(1, 4);
	header.writeUInt16BE(data.length, 6);
	return Buffer.concat([header, question, ...data.flatMap(each => [recordHead(type, each.length), each])]);
}

/** The name as a pointer to the question, type, class IN, a time to live of a minute, and the length. */
function recordHead(type: number, length: number): Buffer {
	return Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, length]);
}
