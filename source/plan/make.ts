// A profile's entry, the server and today → CertificatePlan, or everything that stands in its way.
import {error, hasErrors, type Problem} from '../problem/problem.js';
import type {Kind, ProfileEntry} from '../profile/profile.js';
import {type AlternativeName, makeAlternativeNames} from './alternative-names.js';
import {
	defaultEncryption,
	defaultIterations,
	defaultKey,
	defaultOutputs,
	defaultPeriod,
	defaultProvider,
	defaultSignatureHash,
} from './defaults.js';
import {commonNameOf} from './distinguished-name.js';
import {makeFileName, makeFriendlyName} from './labels.js';
import {decided, type Outcome} from './outcome.js';
import {missing, placeOf} from './place-of.js';
import {expiresValue, serverValues} from './placeholder.js';
import type {CertificatePlan, PfxPlan, Server} from './plan.js';
import {checkRules} from './rules/check.js';
import {type CertificateFacts, factsOfPlan} from './rules/facts.js';
import {makeSubject} from './subject.js';
import {makeExtendedKeyUsage, makeKeyUsage} from './usages.js';
import {makeValidity} from './validity.js';

export type PlanOutcome = {
	/** Null when there is an error among the problems. */
	readonly plan: CertificatePlan | null;
	readonly problems: readonly Problem[];
};

type Surroundings = {
	/** For whom it is; null when nobody said. */
	readonly server: Server | null;
	readonly now: Date;
};

function makePfx(entry: ProfileEntry): PfxPlan {
	const written = entry.pfx?.value;
	const encryption = written?.encryption?.value ?? defaultEncryption;
	return {
		encryption,
		iterations: written?.iterations?.value ?? defaultIterations(encryption),
		provider: written?.provider?.value ?? defaultProvider,
	};
}

/** The facts for which the plan has only a stand-in. */
function undecided(
	pieces: Readonly<Partial<Record<keyof CertificateFacts, Outcome<unknown>>>>,
): ReadonlySet<keyof CertificateFacts> {
	const names = Object.keys(pieces) as (keyof CertificateFacts)[];
	return new Set(names.filter(name => pieces[name]?.value === null));
}

/** A rule speaks of the plan's names; people wrote an entry, which one name or several come from. */
function placed(found: Problem, entry: ProfileEntry, names: readonly AlternativeName[]): Problem {
	const [list, index] = found.field?.split('.') ?? [];
	let field = found.field;
	if (list === 'subjectAlternativeNames') field = names[Number(index)]?.field ?? field;
	if (list === 'subject' && typeof entry.subject?.value === 'string') field = list;
	return {...found, field, place: field === null ? entry.place : placeOf(entry, field)};
}

const noCommonName = error('missing-value', 'the subject has no CN that "{commonName}" could stand for');

function makeKind(entry: ProfileEntry): Outcome<Kind> {
	return entry.kind === undefined
		? {value: null, problems: [missing(entry, 'kind', '"ssl" for HTTPS, "signing" for access tokens')]}
		: decided(entry.kind.value);
}

/** Decides everything that can be decided, so that all problems of an entry come at once. */
export function makePlan(entry: ProfileEntry, {server, now}: Surroundings): PlanOutcome {
	const kind = makeKind(entry);
	const anyKind = kind.value ?? 'ssl';
	const key = entry.key?.value ?? defaultKey;
	const validity = makeValidity(entry, defaultPeriod(anyKind), now);
	const expires = validity.value === null ? null : expiresValue(validity.value.notAfter);
	const subject = makeSubject(entry, {...serverValues(server), expires});
	const commonName = subject.value === null ? null : (commonNameOf(subject.value) ?? noCommonName);
	const values = {...serverValues(server), commonName, expires};
	const friendlyName = makeFriendlyName(entry, values);
	const names = makeAlternativeNames(entry, values, server);
	const extendedKeyUsage = makeExtendedKeyUsage(entry, anyKind);
	const fileName = makeFileName(entry, {...values, friendlyName: friendlyName.value});
	const plan: CertificatePlan = {
		kind: anyKind,
		friendlyName: friendlyName.value ?? '',
		subject: subject.value ?? [],
		subjectAlternativeNames: (names.value ?? []).map(({type, value}) => ({type, value})),
		key,
		signatureHash: entry.signatureHash?.value ?? defaultSignatureHash,
		notBefore: validity.value?.notBefore ?? now,
		notAfter: validity.value?.notAfter ?? now,
		keyUsage: makeKeyUsage(entry, anyKind, key),
		extendedKeyUsage: extendedKeyUsage.value ?? [],
		pfx: makePfx(entry),
		outputs: [...new Set(entry.outputs?.value.map(({value}) => value) ?? defaultOutputs)],
		fileName: fileName.value ?? '',
	};
	const pieces = {
		kind,
		friendlyName,
		subject,
		subjectAlternativeNames: names,
		notBefore: validity,
		notAfter: validity,
		extendedKeyUsage,
	};
	const broken = checkRules(factsOfPlan(plan), {now, unknown: undecided(pieces)}).map(each =>
		placed(each, entry, names.value ?? []),
	);
	const outcomes = [kind, subject, friendlyName, names, validity, extendedKeyUsage, fileName];
	const problems = [...outcomes.flatMap(each => each.problems), ...broken];
	return {plan: hasErrors(problems) ? null : plan, problems};
}
