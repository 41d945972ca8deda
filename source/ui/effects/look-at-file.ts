// Looks at a file that somebody named: what `inspect` says of it, with the certificates that questions can be about.
import path from 'node:path';
import {arrange} from '../../container/arrange.js';
import type {Container, Content} from '../../container/container.js';
import {mostFileBytes, readContent} from '../../container/content.js';
import {findingsOf} from '../../container/findings.js';
import {readBytes} from '../../files/read-bytes.js';
import {readAside} from '../../look/content-aside.js';
import {inspectedParts} from '../../look/inspected-parts.js';
import {pfxFacts} from '../../look/pfx-facts.js';
import type {FileTarget} from '../../look/target.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import {error, ProblemError} from '../../problem/problem.js';
import type {Choice, Look} from '../model/look.js';
import type {Secret} from '../model/secret.js';
import {type Found, refused, seen} from './looked.js';
import type {Services} from './services.js';

/** Reads a file of any kind, and says what is in it. Rejects only when aborted. */
export async function lookAtFile(
	services: Services,
	target: FileTarget,
	password: Secret | null,
	signal: AbortSignal,
): Promise<Found> {
	const bytes = await readBytes(target.path, mostFileBytes);
	if (!(bytes instanceof Uint8Array)) return refused([bytes]);
	try {
		const closed = await readContent(bytes, {password: null, signal});
		if (!closed.locked) return seen(describeFile(services, target, closed, null));
		const opened = await open(bytes, closed, password, signal);
		if (opened !== null) return seen(describeFile(services, target, opened.content, opened.password));
		if (password === null) return refused([], true);
		if (!password.isEmpty) return refused([error('password-wrong', 'the password is wrong')], true);
		return seen(describeFile(services, target, closed, null));
	} catch (failure) {
		if (failure instanceof ProblemError) return refused(failure.problems);
		throw failure;
	}
}

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
