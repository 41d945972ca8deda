// lookUp: all addresses or a problem, in time, against a DNS server of the test's own.
import test, {type ExecutionContext} from 'ava';
import {lookUp} from '../../source/machine/look-up.js';
import {startDnsServer, type Zone} from './dns-server.js';

const documentation = (last: number) => [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last];
const linkLocal = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
const loopback = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

const zone: Zone = {
	'both.company.com': {a: ['10.0.0.10', '10.0.0.9'], aaaa: [documentation(2), documentation(1)]},
	'ipv4.company.com': {a: ['10.0.0.9']},
	'xn--mnchen-3ya.company.com': {a: ['10.0.0.7']},
	'empty.company.com': {},
	'local.company.com': {a: ['127.0.1.1'], aaaa: [loopback]},
	'cluster.company.com': {a: ['169.254.1.2', '10.0.0.9', '10.0.0.9'], aaaa: [linkLocal]},
	'half.company.com': {a: ['10.0.0.9'], aaaa: 'silent'},
	'silent.company.com': {a: 'silent', aaaa: 'silent'},
	'failing.company.com': {code: 2},
	'refused.company.com': {code: 5},
};

async function ask(t: ExecutionContext, name: string, milliseconds = 5000) {
	return lookUp(name, {servers: [await startDnsServer(t, zone)], milliseconds});
}

async function problemOf(t: ExecutionContext, name: string, milliseconds?: number) {
	const result = await ask(t, name, milliseconds);
	if (!('code' in result)) throw new Error(`${name} has addresses: ${JSON.stringify(result)}`);
	return result;
}

test('all IPv4 and IPv6 addresses come back, IPv4 first, sorted by number', async t => {
	t.deepEqual(await ask(t, 'both.company.com'), [
		{address: '10.0.0.9', adapter: null},
		{address: '10.0.0.10', adapter: null},
		{address: '2001:db8::1', adapter: null},
		{address: '2001:db8::2', adapter: null},
	]);
});

test('a name without IPv6 addresses is no problem', async t => {
	t.deepEqual(await ask(t, 'ipv4.company.com'), [{address: '10.0.0.9', adapter: null}]);
});

test('an international name is looked up as its A-labels, and a final dot is nothing special', async t => {
	t.deepEqual(await ask(t, 'München.company.com'), [{address: '10.0.0.7', adapter: null}]);
	t.deepEqual(await ask(t, 'ipv4.company.com.'), [{address: '10.0.0.9', adapter: null}]);
});

test('loopback addresses are never accepted', async t => {
	const problem = await problemOf(t, 'local.company.com');
	t.is(problem.code, 'server-unknown');
	t.is(problem.message, 'DNS has no address of "local.company.com" that other computers can reach');
});

test('link-local addresses and repetitions are left out', async t => {
	t.deepEqual(await ask(t, 'cluster.company.com'), [{address: '10.0.0.9', adapter: null}]);
});

test('a name that DNS does not know is an error that says what else works', async t => {
	const problem = await problemOf(t, 'nowhere.company.com');
	t.is(problem.severity, 'error');
	t.is(problem.code, 'server-unknown');
	t.is(problem.message, 'DNS does not know "nowhere.company.com"');
	t.regex(problem.hint ?? '', /--san/);
	t.regex(problem.hint ?? '', /\{addresses\}/);
});

test('a name without a suffix is not completed from the search list', async t => {
	const problem = await problemOf(t, 'both');
	t.is(problem.message, 'DNS does not know "both"');
	t.regex(problem.hint ?? '', /^give the full name with its DNS suffix/);
});

test('a name without addresses is a problem', async t => {
	t.is((await problemOf(t, 'empty.company.com')).code, 'server-unknown');
});

test('a DNS server that fails is not taken for a server without addresses', async t => {
	const problem = await problemOf(t, 'failing.company.com');
	t.is(problem.message, 'DNS gave no answer about the addresses of "failing.company.com" (ESERVFAIL)');
	const refused = await problemOf(t, 'refused.company.com');
	t.is(refused.message, 'DNS gave no answer about the addresses of "refused.company.com" (EREFUSED)');
});

test('a list that may be incomplete is a problem, not a shorter list', async t => {
	const problem = await problemOf(t, 'half.company.com', 300);
	t.regex(problem.message, /about the IPv6 addresses of "half\.company\.com"/);
});

test('a DNS server that does not answer is waited for only as long as agreed', async t => {
	const start = performance.now();
	const problem = await problemOf(t, 'silent.company.com', 300);
	t.is(problem.code, 'server-unknown');
	t.regex(problem.message, /^DNS gave no answer in time about the addresses of "silent\.company\.com" \(E/);
	t.true(performance.now() - start < 2000);
});

test('an abort ends the look-up at once with its reason', async t => {
	const servers = [await startDnsServer(t, zone)];
	const reason = new Error('the user left');
	const controller = new AbortController();
	const running = lookUp('silent.company.com', {servers}, controller.signal);
	const start = performance.now();
	setTimeout(() => controller.abort(reason), 20);
	t.is(await t.throwsAsync(running), reason);
	t.true(performance.now() - start < 1000);
	t.is(await t.throwsAsync(lookUp('ipv4.company.com', {servers}, controller.signal)), reason);
});

test('what is no name at all is a problem, never a crash', async t => {
	for (const name of [
		'',
		'.',
		'a..b',
		`${'a'.repeat(300)}.com`,
		'a b',
		'localhost',
		'\u0000',
		'10.0.0.1',
		'ü.de',
	])
		t.is((await problemOf(t, name)).code, 'server-unknown');
});
