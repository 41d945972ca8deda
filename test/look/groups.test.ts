// Who has the same: in every order, with whole certificates, fingerprints and keys, and in the middle of a rollover.
import test from 'ava';
import {readCertificate} from '../../source/certificate/read.js';
import {groupHolders, type Holder} from '../../source/look/groups.js';
import {type Sighting, sightingOf} from '../../source/look/sighting.js';
import {after, issue, keyPair, signingPlan} from '../proof/material.js';

const seen = (hours: number, key = keyPair('rsa-2048')) =>
	sightingOf(readCertificate(issue(signingPlan('rsa-2048', {notBefore: after(hours)}), key)));

const first = seen(-3);
const renewed = seen(-2);
const next = seen(-1, keyPair('rsa-2048', true));
const other = seen(-4, keyPair('rsa-2048', true));

const alone = ({spki}: Sighting): Sighting => ({certificate: null, thumbprint: null, sha256: null, spki});
const byThumbprint = (each: Sighting): Sighting => ({...each, certificate: null, sha256: null});
const bySha256 = (each: Sighting): Sighting => ({...each, certificate: null, thumbprint: null});

const file = (text: string, sighting: Sighting): Holder => ({
	target: {type: 'file', text, path: `/certs/${text}`},
	sightings: [sighting],
});
const server = (text: string, ...sightings: readonly Sighting[]): Holder => ({
	target: {type: 'server', text, endpoint: {host: text, port: 5000}},
	sightings,
});

function permutations<T>(items: readonly T[]): T[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(rest => [item, ...rest]));
}

/** `a js1 | b js1`, then `? js2` for what is undecided; the same in every order, or all that it was. */
function grouped(...holders: readonly Holder[]): string {
	const names = (list: readonly Holder[]) =>
		list
			.map(({target}) => target.text)
			.sort()
			.join(' ');
	const all = permutations(holders).map(each => {
		const {groups, undecided} = groupHolders(each);
		const rows = groups.map(group => names(group.holders) + (group.more > 0 ? ` +${group.more}` : '')).sort();
		return [...rows, ...(undecided.length > 0 ? [`? ${names(undecided)}`] : [])].join(' | ');
	});
	return [...new Set(all)].join(' or ');
}

test('different certificates with one key are two groups, and a server that tells the key alone is in none', t => {
	t.is(grouped(file('a', first), file('b', renewed), server('js1', alone(first))), 'a | b | ? js1');
	t.is(
		grouped(server('js1', first), server('js2', renewed), server('js3', alone(first))),
		'js1 | js2 | ? js3',
	);
	const two = [server('js1', alone(first)), server('js2', alone(first))];
	t.is(grouped(file('a', first), file('b', renewed), ...two), 'a | b | ? js1 js2');
});

test('a key alone is enough where one certificate has it', t => {
	t.is(grouped(file('a', first), file('b', first), server('js1', alone(first))), 'a b js1');
	t.is(grouped(server('js1', alone(first)), server('js2', alone(first))), 'js1 js2');
	t.is(grouped(file('a', next), server('js1', alone(first))), 'a | js1');
});

test('two files against a server that publishes both keys are two certificates, each with the server', t => {
	t.is(grouped(file('old', first), file('new', next), server('js1', first, next)), 'js1 new | js1 old');
	const servers = [server('js1', first, next), server('js2', next, first)];
	t.is(grouped(file('old', first), file('new', next), ...servers), 'js1 js2 new | js1 js2 old');
	t.is(
		grouped(file('old', first), file('new', next), server('js1', alone(first), alone(next))),
		'js1 new | js1 old',
	);
});

test('one file that is one of the keys of all servers is the same, with a word about the others', t => {
	t.is(grouped(file('a', next), server('js1', first, next)), 'a js1 +1');
	t.is(grouped(file('a', next), server('js1', first, next), server('js2', next, first)), 'a js1 js2 +1');
	t.is(grouped(file('a', other), server('js1', first, next)), 'a | js1 +1');
	t.is(grouped(file('a', other), file('b', next), server('js1', first, next)), 'a | b js1 +1');
});

test('servers that do not publish the same keys are never one group, with or without a file', t => {
	t.is(grouped(server('js1', first, next), server('js2', next, first)), 'js1 js2 +1');
	t.is(grouped(server('js1', first), server('js2', first, next)), 'js1 js2 | js2');
	t.is(grouped(file('a', first), server('js1', first), server('js2', first, next)), 'a js1 js2 | js2');
	t.is(grouped(file('a', first), server('js1', next), server('js2', first, next)), 'a js2 | js1 js2');
});

test('a fingerprint decides before the key, of either kind', t => {
	const whole = [file('a', first), file('b', renewed)];
	t.is(
		grouped(...whole, server('js1', byThumbprint(first)), server('js2', bySha256(renewed))),
		'a js1 | b js2',
	);
	t.is(grouped(server('js1', byThumbprint(first)), server('js2', bySha256(first))), 'js1 js2');
	const [thumbprint] = groupHolders([
		server('js1', bySha256(first)),
		server('js2', byThumbprint(first)),
	]).groups;
	t.like(thumbprint?.lead, {thumbprint: first.thumbprint, sha256: first.sha256});
});

test('the newest certificate stands for servers that publish several', t => {
	for (const sightings of permutations([first, renewed, other]))
		t.is(groupHolders([server('js1', ...sightings)]).groups[0]?.lead.sha256, renewed.sha256);
});
