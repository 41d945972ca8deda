// Looks at a file or a server that somebody named: what the commands `inspect` and `check` say of it.
import path from 'node:path';
import type {Certificate} from '../../certificate/certificate.js';
import {readCertificate} from '../../certificate/read.js';
import {formatEndpoint} from '../../connect/endpoint.js';
import {type Presented, presented} from '../../connect/presented.js';
import {openSystemStore} from '../../connect/trust.js';
import {arrange} from '../../container/arrange.js';
import type {Container, Content} from '../../container/container.js';
import {readContent} from '../../container/content.js';
import {findingsOf} from '../../container/findings.js';
import {exists} from '../../files/exists.js';
import {readBytes} from '../../files/read-bytes.js';
import {typedPath} from '../../files/typed-path.js';
import {coversAnswer, datesAnswer} from '../../look/certificate-answers.js';
import {readAside} from '../../look/content-aside.js';
import {type InspectedPart, inspectedParts} from '../../look/inspected-parts.js';
import {pfxFacts} from '../../look/pfx-facts.js';
import {connectionAnswers, trustAnswer} from '../../look/server-answers.js';
import {type FileTarget, parseTarget, type ServerTarget, withoutMarks} from '../../look/target.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import {withResolver} from '../../look/with-resolver.js';
import {withoutCommandLine} from '../../problem/hint.js';
import {error, type Problem, ProblemError} from '../../problem/problem.js';
import type {Choice, Look} from '../model/look.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {Secret} from '../model/secret.js';
import type {Services} from './services.js';

type Looked = Extract<AnswerMessage, {type: 'looked'}>;

/** What came of it, without the number of the question. */
type Found = Pick<Looked, 'problems' | 'needsPassword'> & {readonly look: Omit<Look, 'id'> | null};

const mostBytes = 10 * 1_048_576;
const timeoutMs = 8000;

const refused = (problems: readonly Problem[], needsPassword = false): Found => ({
	look: null,
	problems: problems.map(withoutCommandLine),
	needsPassword,
});

/** Looks; nothing is thrown for what is not as it should be. Rejects only when aborted. */
export async function lookAt(
	services: Services,
	{asked, text, password}: Extract<Effect, {effect: 'look'}>,
	signal: AbortSignal,
): Promise<Looked> {
	const target = await targetOf(withoutMarks(text), services.cwd);
	const found =
		'code' in target
			? refused([target])
			: target.type === 'file'
				? await lookAtFile(services, target, password, signal)
				: await lookAtServer(services, target, signal);
	signal.throwIfAborted();
	const look = found.look === null ? null : {...found.look, id: asked};
	return {type: 'looked', asked, ...found, look};
}

/** A file that lies there is meant, whatever its name looks like. */
async function targetOf(text: string, cwd: string): Promise<FileTarget | ServerTarget | Problem> {
	// Here is no shell that would take quotes away and know the home folder.
	const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2');
	const file = typedPath(text, cwd);
	if (!bare.includes('://') && (await exists(file))) return {type: 'file', text: bare, path: file};
	const target = parseTarget(bare, cwd);
	return 'type' in target && target.type === 'file' ? {...target, path: file} : target;
}

async function lookAtFile(
	services: Services,
	target: FileTarget,
	password: Secret | null,
	signal: AbortSignal,
): Promise<Found> {
	const bytes = await readBytes(target.path, mostBytes);
	if (!(bytes instanceof Uint8Array)) return refused([bytes]);
	try {
		const closed = await readContent(bytes, {password: null, signal});
		if (!closed.locked) return {look: describeFile(services, target, closed, null), ...done};
		const opened = await open(bytes, closed, password, signal);
		if (opened !== null)
			return {look: describeFile(services, target, opened.content, opened.password), ...done};
		if (password === null) return refused([], true);
		if (!password.isEmpty) return refused([error('password-wrong', 'the password is wrong')], true);
		return {look: describeFile(services, target, closed, null), ...done};
	} catch (failure) {
		if (failure instanceof ProblemError) return refused(failure.problems);
		throw failure;
	}
}

const done = {problems: [], needsPassword: false} as const;

/** Null when the password is wrong; the empty one is tried before anybody is asked. */
async function open(
	bytes: Uint8Array,
	closed: Content,
	typed: Secret | null,
	signal: AbortSignal,
): Promise<{readonly content: Content; readonly password: string} | null> {
	const password = typed?.reveal() ?? '';
	try {
		return {content: await readAside(bytes, closed, {password, signal}), password};
	} catch (failure) {
		if (failure instanceof ProblemError && failure.problems[0]?.code === 'password-wrong') return null;
		throw failure;
	}
}

function describeFile(
	{cwd, machine}: Services,
	target: FileTarget,
	content: Content,
	password: string | null,
): Omit<Look, 'id'> {
	const container = arrange(content);
	const now = machine.now();
	const found = findingsOf(container, {now, kind: null, password});
	const findings = {...found, file: [...container.problems, ...found.file]};
	const name = path.basename(target.path);
	return {
		target,
		name,
		answers: [],
		parts: inspectedParts(target.text, {path: target.path, container, findings, kind: null}),
		choices: choicesOf(container),
		chosen: 0,
		address: null,
		keys: null,
		folder: cwd,
		now,
	};
}

function choicesOf(container: Container): Choice[] {
	const {certificates, format} = container;
	return certificates.map(({certificate, friendlyName, key}, index) => ({
		name: friendlyName ?? commonNameOf(certificate.subject) ?? 'without a name',
		certificate,
		hasKey: key !== null,
		isIssuer: certificates.some(({issuer}, other) => issuer === index && other !== index),
		pfx: format === 'pfx' ? pfxFacts(container, index) : null,
	}));
}

async function lookAtServer(
	{cwd, machine}: Services,
	target: ServerTarget,
	signal: AbortSignal,
): Promise<Found> {
	const {endpoint} = target;
	const name = formatEndpoint(endpoint);
	const found = await withResolver(resolve =>
		presented(endpoint, {timeoutMs, resolve, store: openSystemStore(), signal}),
	);
	const chain = readChain(found);
	const [certificate] = chain ?? [];
	if (chain === null || certificate === undefined) {
		const why = chain === null ? 'presents a certificate that cannot be read' : found.failure?.message;
		return refused([error('no-certificate', `${name} ${why ?? 'presents no certificate'}`)]);
	}
	const now = machine.now();
	const answers = [
		...connectionAnswers(found, chain, found.failure),
		coversAnswer(certificate, endpoint.host),
		...trustAnswer(found, false),
		datesAnswer(certificate, now, null),
	];
	const choice = {name, certificate, hasKey: false, isIssuer: false, pfx: null};
	const parts = chainParts(found, now);
	const {address} = found;
	const about = {target, name, answers, parts, choices: [choice], chosen: 0, address, keys: null};
	return {look: {...about, folder: cwd, now}, ...done};
}

function readChain({chain}: Presented): Certificate[] | null {
	try {
		return chain.map(readCertificate);
	} catch {
		return null;
	}
}

/** Each certificate as in a file; what only a file has is left out. */
function chainParts({chain}: Presented, now: Date): InspectedPart[] {
	const container = arrange({
		format: 'pem',
		wrapping: 'der',
		certificates: chain.map(der => ({der, friendlyName: null})),
		keys: [],
		requests: [],
		publicKeys: [],
		encryption: [],
		mac: null,
		locked: false,
		skipped: [],
		problems: [],
	});
	const findings = findingsOf(container, {now, kind: null, password: null});
	const parts = inspectedParts('', {path: '', container, findings, kind: null});
	const isOfFile = (label: string) => label === 'Private key' || label === 'Signed by';
	return parts.slice(1).map(part => ({
		...part,
		details: part.details.filter(({label}) => !isOfFile(label)),
	}));
}
