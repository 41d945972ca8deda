// Which key belongs to which certificate, and who has signed whom: a file's content in the order in which people look.
import type {X509Certificate} from 'node:crypto';
import {readCertificate} from '../certificate/read.js';
import {error, type Problem} from '../problem/problem.js';
import type {ContainedCertificate, ContainedKey, Container, Content, FoundCertificate} from './container.js';
import {problemOf} from './failure.js';
import {type Checkable, checkable, hasIssued} from './issued.js';
import {type CertificationRequest, readRequest} from './request.js';

type Candidate = Checkable & {
	readonly friendlyName: string | null;
	readonly key: number | null;
	readonly issuer: Candidate | null;
};
type Unlinked = Omit<Candidate, 'issuer'> & {issuer: Candidate | null};

/** The same content in order; certificates and requests that cannot be read become problems. */
export function arrange(content: Content): Container {
	const problems: Problem[] = [...content.problems];
	const candidates: Unlinked[] = [];
	for (const [index, found] of unique(content.certificates).entries()) {
		const certificate = attempt(problems, `certificate ${index + 1}`, () => readCertificate(found.der));
		if (certificate === null) continue;
		const readable = checkable(certificate);
		const key = keyOf(readable.x509, content.keys);
		candidates.push({...readable, friendlyName: found.friendlyName, key, issuer: null});
	}
	linkIssuers(candidates);
	const ordered = inChains(candidates);
	const requests = content.requests.flatMap(
		(der, index): CertificationRequest[] =>
			attempt(problems, `request ${index + 1}`, () => [readRequest(der)]) ?? [],
	);
	return {
		...content,
		requests,
		problems,
		certificates: ordered.map(({certificate, friendlyName, key, issuer}): ContainedCertificate => {
			const place = issuer === null ? -1 : ordered.indexOf(issuer);
			return {certificate, friendlyName, key, issuer: place === -1 ? null : place};
		}),
	};
}

function attempt<T>(problems: Problem[], what: string, read: () => T): T | null {
	try {
		return read();
	} catch (failure) {
		const {message} = problemOf(failure);
		problems.push(error('file-damaged', `${what} cannot be read: ${message}`));
		return null;
	}
}

/** Java and OpenSSL sometimes write the leaf twice; the one with a name is kept. */
function unique(certificates: readonly FoundCertificate[]): FoundCertificate[] {
	const found = new Map<string, FoundCertificate>();
	for (const each of certificates) {
		const key = Buffer.from(each.der).toString('latin1');
		if ((found.get(key)?.friendlyName ?? null) === null) found.set(key, each);
	}
	return [...found.values()];
}

/** Keys are compared, not localKeyIds: several programs write none, or the same one twice. */
function keyOf(x509: X509Certificate | null, keys: readonly ContainedKey[]): number | null {
	const index = keys.findIndex(({privateKey}) => {
		try {
			return privateKey !== null && x509?.checkPrivateKey(privateKey) === true;
		} catch {
			return false;
		}
	});
	return index === -1 ? null : index;
}

function linkIssuers(candidates: readonly Unlinked[]): void {
	const bySubject = Map.groupBy(candidates, each => nameKey(each.certificate.subjectDer));
	for (const each of candidates) {
		const named = bySubject.get(nameKey(each.certificate.issuerDer)) ?? [];
		each.issuer = named.find(issuer => hasIssued(issuer, each)) ?? null;
	}
}

function nameKey(der: Uint8Array): string {
	return Buffer.from(der).toString('latin1');
}

/** Each certificate that has issued no other one, those with a key first, followed by its issuers; then the rest. */
function inChains(candidates: readonly Candidate[]): readonly Candidate[] {
	const issuers = new Set(candidates.flatMap(each => (each.issuer === each ? [] : (each.issuer ?? []))));
	const leaves = candidates.filter(each => !issuers.has(each));
	const withKey = (each: Candidate) => each.key !== null;
	const starts = [...leaves.filter(withKey), ...leaves.filter(each => !withKey(each)), ...candidates];
	const ordered = new Set<Candidate>();
	for (const start of starts) {
		let each: Candidate | null = start;
		while (each !== null && !ordered.has(each)) {
			ordered.add(each);
			each = each.issuer;
		}
	}
	return [...ordered];
}
