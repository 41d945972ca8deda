// Every problem code there is, by the stage that finds it; codes are stable, scripts may rely on them.

/** Stage in which a problem is found: reading a profile, deciding a plan, or running the job. */
export type ProblemStage = 'profile' | 'plan' | 'run';

const codes = {
	// profile: the text of a profile and how profiles build on each other
	'yaml-syntax': 'profile',
	'yaml-alias': 'profile',
	'yaml-braces': 'profile',
	'yaml-too-deep': 'profile',
	'yaml-tab': 'profile',
	'yaml-tag': 'profile',
	'yaml-documents': 'profile',
	'yaml-duplicate-key': 'profile',
	'not-text': 'profile',
	'file-too-large': 'profile',
	'bad-encoding': 'profile',
	'unknown-key': 'profile',
	'unknown-value': 'profile',
	'wrong-type': 'profile',
	'empty-value': 'profile',
	'out-of-range': 'profile',
	'secret-in-profile': 'profile',
	'extends-path': 'profile',
	'extends-circle': 'profile',
	'profile-not-found': 'profile',
	'profile-unreadable': 'profile',
	// plan: what is meant, and the rules for certificates and PFX files
	'missing-value': 'plan',
	'placeholder-unknown': 'plan',
	'placeholder-without-server': 'plan',
	'bad-subject': 'plan',
	'bad-name-value': 'plan',
	'bad-ip-address': 'plan',
	'bad-dns-name': 'plan',
	'bad-email': 'plan',
	'bad-uri': 'plan',
	'bad-validity': 'plan',
	'bad-oid': 'plan',
	'bad-file-name': 'plan',
	// run: arguments, passwords, servers, files
	usage: 'run',
	'password-missing': 'run',
	'password-empty': 'run',
	'password-unreadable': 'run',
	'password-visible': 'run',
	'output-exists': 'run',
	'output-twice': 'run',
	'output-unwritable': 'run',
	'output-unprotected': 'run',
	'output-leftover': 'run',
	'output-unwanted-folder': 'run',
	'disk-full': 'run',
	'file-not-found': 'run',
	'file-unreadable': 'run',
	'server-unknown': 'run',
	'no-dns-suffix': 'run',
	'proof-failed': 'run',
	cancelled: 'run',
	'internal-error': 'run',
} as const satisfies Record<string, ProblemStage>;

export type ProblemCode = keyof typeof codes;

/** Code → the stage that finds it. */
export const problemCodes: Readonly<Record<ProblemCode, ProblemStage>> = codes;
