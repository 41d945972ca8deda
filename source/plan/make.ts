// A profile's entry, the server and today → CertificatePlan, or everything that stands in its way.
import {error, hasErrors, type Problem} from '../problem/problem.js';
import {type KeyType, type KeyUsage, type Kind, keyUsages, type ProfileEntry} from '../profile/profile.js';
import {type AlternativeName, makeAlternativeNames} from './alternative-names.js';
import {
	defaultEncryption,
	defaultExtendedKeyUsage,
	defaultIterations,
	defaultKey,
	defaultKeyUsage,
	defaultOutputs,
	defaultPeriod,
	defaultProvider,
	defaultSignatureHash,
} from './defaults.js';
import {commonNameOf} from './distinguished-name.js';
import {checkFileName, toFileName} from './file-name.js';
import {parseExtendedKeyUsage} from './object-identifier.js';
import {decided, located, type Outcome} from './outcome.js';
import {placeOf} from './place-of.js';
import {expandPlaceholders, expiresValue, type PlaceholderValues, serverValues} from './placeholder.js';
import type {CertificatePlan, PfxPlan, Server} from './plan.js';
import {checkRules} from './rules/check.js';
import {type CertificateFacts, factsOfPlan} from './rules/facts.js';
import {makeSubject} from './subject.js';
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

function missing(entry: ProfileEntry, field: string, hint: string): Problem {
	return error('missing-value', `"${field}" is missing`, {hint, place: placeOf(entry, field), field});
}

function makeFriendlyName(entry: ProfileEntry, values: PlaceholderValues): Outcome<string> {
	const written = entry.friendlyName;
	if (written === undefined || written.value.trim() === '')
		return {value: null, problems: [missing(entry, 'friendlyName', 'like "YSoft SafeQ SSL Certificate"')]};
	const {value, problems} = expandPlaceholders(written.value.trim(), values);
	return {value, problems: located(problems, written.place, 'friendlyName')};
}

/** Placeholders are made safe one by one, so that only what somebody wrote around them can be refused. */
function makeFileName(entry: ProfileEntry, values: PlaceholderValues): Outcome<string> {
	const written = entry.fileName;
	const {friendlyName} = values;
	if (written === undefined)
		return {value: typeof friendlyName === 'string' ? toFileName(friendlyName) : null, problems: []};
	const safe = Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			typeof value === 'string' ? toFileName(value) : value,
		]),
	);
	const expanded = expandPlaceholders(written.value, safe);
	const {value, problems} = expanded.value === null ? expanded : checkFileName(expanded.value);
	return {value, problems: located(problems, written.place, 'fileName')};
}

function makeExtendedKeyUsage(entry: ProfileEntry, kind: Kind): Outcome<readonly string[]> {
	if (entry.extendedKeyUsage === undefined) return decided(defaultExtendedKeyUsage(kind));
	const oids = entry.extendedKeyUsage.value.map(({value, place}, index) => {
		const oid = parseExtendedKeyUsage(value);
		return {value: oid.value, problems: located(oid.problems, place, `extendedKeyUsage.${index}`)};
	});
	const problems = oids.flatMap(each => each.problems);
	const values = [...new Set(oids.flatMap(({value}) => (value === null ? [] : [value])))];
	return {value: problems.length > 0 ? null : values, problems};
}

/** In the order of the bits, each once. */
function makeKeyUsage(entry: ProfileEntry, kind: Kind, key: KeyType): readonly KeyUsage[] {
	const written = entry.keyUsage?.value.map(({value}) => value);
	return written === undefined
		? defaultKeyUsage(kind, key)
		: keyUsages.filter(each => written.includes(each));
}

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
