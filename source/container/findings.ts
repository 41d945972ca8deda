// What is wrong with a file and the certificates in it: the rules of the plan, and what only a file can get wrong.
import {factsOfCertificate} from '../certificate/facts.js';
import {checkPassword} from '../plan/password.js';
import {checkRules} from '../plan/rules/check.js';
import type {CertificateFacts} from '../plan/rules/facts.js';
import {note, type Problem, warning} from '../problem/problem.js';
import {iterationRange, type Kind} from '../profile/profile.js';
import type {ContainedCertificate, Container} from './container.js';
import {kindOf} from './kind.js';

export type FindingOptions = {
	readonly now: Date;
	/** What somebody wants to use it for; null: judged by `kindOf`. */
	readonly kind: Kind | null;
	/** With which the file was opened; null when it was not needed, or not known. */
	readonly password: string | null;
};

export type Findings = {
	/** For each certificate of the container. */
	readonly certificates: readonly (readonly Problem[])[];
	/** About the file itself. */
	readonly file: readonly Problem[];
};

/** Everything that an administrator should know, errors first. */
export function findingsOf(container: Container, options: FindingOptions): Findings {
	return {
		certificates: container.certificates.map((each, index, all) => [
			...checkRules(factsOf(each, container, options), {now: options.now}),
			...authorityFindings(each),
			...issuerFindings(all, index),
		]),
		file: [...fileFindings(container), ...passwordFindings(options.password)],
	};
}

function factsOf(
	contained: ContainedCertificate,
	{format, keys, encryption, mac}: Container,
	{kind}: FindingOptions,
): CertificateFacts {
	const {certificate, friendlyName, key} = contained;
	const counts = [...encryption, ...(mac === null ? [] : [mac])].map(({iterations}) => iterations);
	const most = Math.max(...counts);
	// Too many are counted one by one, and too few are as weak as the fewest.
	const iterations = most > iterationRange.most ? most : Math.min(...counts);
	const isInPfx = format === 'pfx' && key !== null && counts.length > 0;
	return {
		...factsOfCertificate(certificate),
		kind: kindOf(contained, kind),
		friendlyName,
		pfx: isInPfx ? {iterations, provider: keys[key]?.provider ?? null} : null,
	};
}

/** What is marked as a CA and has its key beside it is more than a server needs. */
function authorityFindings({certificate, key}: ContainedCertificate): Problem[] {
	if (key === null || certificate.basicConstraints?.cA !== true) return [];
	return [
		warning(
			'key-of-ca',
			'it is marked as a CA: whoever gets its private key can issue certificates that its clients trust',
			{hint: 'make one for the server that is no CA'},
		),
	];
}

function issuerFindings(certificates: readonly ContainedCertificate[], index: number): Problem[] {
	const {key = null, issuer = null} = certificates[index] ?? {};
	if (key !== null && issuer === null)
		return [
			note('issuer-missing', 'the certificate of its issuer is not in the file', {
				hint: 'clients that do not have it need it from the server: add it, unless the issuer is a root',
			}),
		];
	// Another self-signed certificate in a collection is nobody's root.
	const isRoot =
		issuer === index && certificates.some((each, other) => other !== index && each.issuer === index);
	if (isRoot)
		return [
			note('root-included', 'the root is in the file: clients only trust the one that they have already'),
		];
	return [];
}

function fileFindings(container: Container): Problem[] {
	const {format, keys, certificates, locked, mac, encryption} = container;
	const problems: Problem[] = [];
	if (format === 'pfx' && !locked && keys.length === 0)
		problems.push(
			warning('key-missing', 'there is no private key in this PFX: no server can use it', {
				hint: 'export it again "with the private key"',
			}),
		);
	for (const [index, {privateKey, provider, friendlyName, encryption: cipher}] of keys.entries()) {
		const name = keys.length === 1 ? 'the private key' : `private key ${index + 1}`;
		if (privateKey !== null && certificates.length > 0 && !certificates.some(({key}) => key === index))
			problems.push(warning('key-unmatched', `${name} belongs to no certificate in the file`));
		if (format === 'pfx' && provider === null)
			problems.push(
				warning(
					'provider-missing',
					`${name} names no provider: Windows then picks an old one, with which TLS 1.3 fails in .NET`,
					{hint: 'safeq-cert-tui convert FILE makes a PFX that names one'},
				),
			);
		if (format === 'pfx' && friendlyName !== null)
			problems.push(
				note('friendly-name-on-key', `${name} has a friendly name: Windows names its key container so`),
			);
		if (cipher === null)
			problems.push(warning('key-unencrypted', `${name} is not encrypted: whoever can read the file has it`));
	}
	if (format === 'pfx' && mac === null && encryption.length > 0)
		problems.push(warning('mac-missing', 'there is no MAC: nobody notices when the file was changed'));
	return problems;
}

/** The password of a file that was opened, as if it were to be given to a new one; never any of its characters. */
function passwordFindings(password: string | null): Problem[] {
	if (password === null) return [];
	if (password === '') return [warning('password-empty', 'the password is empty')];
	return checkPassword(password).filter(({severity}) => severity !== 'error');
}
