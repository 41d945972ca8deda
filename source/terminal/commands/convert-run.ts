// From the files that were given to the files that are made of them.
import path from 'node:path';
import {factsOfCertificate} from '../../certificate/facts.js';
import type {Container} from '../../container/container.js';
import {mergeContainers} from '../../container/merge.js';
import {type Selection, select} from '../../container/select.js';
import {type Converted, conversionEndings, convert} from '../../convert.js';
import {createFolder} from '../../files/create-folder.js';
import {createSecretList, type KeptList, keepSecretList} from '../../files/secret-list.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import type {Machine} from '../../machine/machine.js';
import {sameFile} from '../../outputs.js';
import {defaultEncryption, defaultIterations, defaultProvider} from '../../plan/defaults.js';
import {toFileName} from '../../plan/file-name.js';
import {checkRules} from '../../plan/rules/check.js';
import type {CertificateFacts} from '../../plan/rules/facts.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import type {PfxEncryption} from '../../profile/profile.js';
import type {Console} from '../console.js';
import {withSignOfLife} from '../sign-of-life.js';
import {inTheWay, type Source} from './convert-in-the-way.js';
import type {ConvertArguments} from './convert-options.js';
import {leftOut} from './convert-left-out.js';
import {missingFor, onlyFile} from './convert-missing.js';
import {findNewPassword} from './convert-password.js';
import {type OpeningPasswords, openingPasswords, unlock} from './unlock.js';

export type Conversion = {
	readonly selection: Selection;
	readonly converted: Converted;
	/** How the PFX is encrypted; null when none was made. */
	readonly encryption: PfxEncryption | null;
	readonly friendlyName: string;
	/** The file with the generated password; null when there is none. */
	readonly list: string | null;
};

type Surroundings = {
	readonly console: Console;
	readonly machine: Machine;
	readonly signal: AbortSignal;
};

/** The whole conversion; null with at least one error among `problems`. Rejects when aborted. */
export async function runConversion(
	wanted: ConvertArguments,
	surroundings: Surroundings,
	problems: Problem[],
): Promise<Conversion | null> {
	const {console, machine, signal} = surroundings;
	const passwords = openingPasswords(wanted.password, {console, mayAsk: !wanted.json, signal});
	const {sources, old} = await openAll(wanted.files, passwords, surroundings, problems);
	if (hasErrors(problems)) return null;
	const container = mergeContainers(sources.map(each => each.container));
	const selection = select(container, wanted.thumbprint);
	if ('code' in selection) {
		problems.push({...selection, place: onlyFile(sources)});
		return null;
	}
	const {outputs} = wanted;
	const friendlyName = wanted.friendlyName ?? selection.friendlyName ?? '';
	const provider = wanted.provider ?? selection.provider ?? defaultProvider;
	const encryption = wanted.encryption ?? encryptionOf(container);
	const iterations = defaultIterations(encryption);
	const folder = path.resolve(console.cwd, wanted.out);
	const fileName = wanted.fileName ?? toFileName(path.parse(wanted.files[0] ?? '').name);
	const targets = outputs.map(output => ({
		output,
		path: path.join(folder, `${fileName}${conversionEndings[output]}`),
	}));
	const paths = targets.map(each => each.path);
	const missing = missingFor(outputs, selection, sources);
	problems.push(
		...(missing.length > 0 ? missing : leftOut(container, selection, outputs)),
		...(outputs.includes('pfx')
			? rulesFor(selection, {friendlyName, provider, iterations}, machine.now())
			: []),
		...(await inTheWay(targets, sources, selection, wanted.overwrite)),
	);
	const isEncrypted = outputs.includes('pfx') || (outputs.includes('key') && !wanted.unencryptedKey);
	if (outputs.includes('pfx') || outputs.includes('key'))
		problems.push(...[unwantedFolder(folder, console.platform)].filter(each => each !== null));
	if (hasErrors(problems)) return null;
	const found = isEncrypted
		? await findNewPassword(wanted.newPassword, {
				console,
				machine,
				passwords,
				old,
				mayAsk: !wanted.json,
				signal,
			})
		: {password: '', list: null, problems: []};
	const {password, list} = found;
	problems.push(...found.problems, ...(list === null ? [] : listInTheWay(list, paths)));
	if (password === null || hasErrors(problems)) return null;
	const folderProblem = await createFolder(folder);
	problems.push(...(folderProblem === null ? [] : [folderProblem]));
	if (folderProblem === null && list !== null)
		problems.push(...(await createSecretList(list, [`${path.basename(paths[0] ?? '')}\t${password}`])));
	if (hasErrors(problems)) return null;
	const converting = convert(selection, {
		outputs,
		folder,
		fileName,
		protection: {encryption, iterations, password, randomBytes: machine.randomBytes},
		friendlyName,
		provider,
		unencryptedKey: wanted.unencryptedKey,
		overwrite: wanted.overwrite,
		signal,
	});
	let converted: Converted | null = null;
	let kept: KeptList;
	try {
		converted = await withSignOfLife(console, 'Converting', converting);
	} finally {
		kept = await keepSecretList(list, converted !== null && converted.files.length > 0);
		problems.push(...kept.problems);
	}
	problems.push(...converted.problems);
	return {
		selection,
		converted,
		encryption: outputs.includes('pfx') ? encryption : null,
		friendlyName,
		list: kept.list,
	};
}

type OpenedFiles = {readonly sources: readonly Source[]; readonly old: string | null};

/** Opens every file; what is encrypted must be opened here, so a missing password is an error. */
async function openAll(
	files: readonly string[],
	passwords: OpeningPasswords,
	{console, signal}: Surroundings,
	problems: Problem[],
): Promise<OpenedFiles> {
	const sources: Source[] = [];
	let old: string | null = null;
	for (const file of files) {
		const opened = await unlock(file, {console, passwords, signal});
		const {container, password, problems: found} = opened;
		old ??= password;
		problems.push(
			...found.map(
				(each): Problem => (each.code === 'password-missing' ? {...each, severity: 'error'} : each),
			),
		);
		if (container !== null) sources.push({path: opened.path, file, container});
	}
	return {sources, old};
}

/** Never weaker than it was, unless somebody says so. */
function encryptionOf({encryption}: Container): PfxEncryption {
	return encryption.some(({algorithm}) => algorithm.startsWith('PBES2')) ? 'modern' : defaultEncryption;
}

/** What the rules say about the PFX; the certificate is as it is. */
function rulesFor(
	{certificate}: Selection,
	{friendlyName, provider, iterations}: {friendlyName: string; provider: string; iterations: number},
	now: Date,
): Problem[] {
	if (certificate === null) return [];
	const facts = {...factsOfCertificate(certificate), friendlyName, pfx: {iterations, provider}};
	const judged: readonly (keyof CertificateFacts)[] = ['kind', 'friendlyName', 'pfx', 'key', 'cA'];
	const all: readonly string[] = Object.keys(facts);
	const unknown = all.filter((each): each is keyof CertificateFacts => !judged.some(fact => fact === each));
	// An old or strange key may have its use elsewhere: it is there already.
	return checkRules(facts, {now, unknown: new Set(unknown)})
		.filter(({code}) => code !== 'rsa-too-short')
		.map(each => (each.code === 'key-type-unusable' ? {...each, severity: 'warning'} : each));
}

function listInTheWay(list: string, paths: readonly string[]): Problem[] {
	if (!paths.some(each => sameFile(each, list))) return [];
	return [error('output-twice', 'the list of passwords and a file that is made have the same name')];
}
