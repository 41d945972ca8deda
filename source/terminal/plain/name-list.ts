// A list of subject alternative names as texts, and what becomes of texts that are added to it.
import {parseGeneralName, sameGeneralName} from '../../plan/general-name.js';
import {offeredHost} from '../../plan/offered-host.js';
import type {GeneralName} from '../../plan/plan.js';
import {cleanName} from '../../plan/split-names.js';
import type {Problem} from '../../problem/problem.js';

export type WrongName = {
	readonly text: string;
	readonly problem: Problem;
	/** What was probably meant; the text itself when there is nothing better. */
	readonly offer: string;
};

export type Addition = {
	/** All names, the new ones last. */
	readonly names: readonly string[];
	readonly added: readonly string[];
	/** Those that the list had already. */
	readonly doubled: readonly string[];
	readonly wrong: readonly WrongName[];
};

/** Judges each text by itself and adds the good ones. */
export function addNames(names: readonly string[], texts: readonly string[]): Addition {
	const known = names.flatMap(text => parseGeneralName(text).value ?? []);
	const added: string[] = [];
	const doubled: string[] = [];
	const wrong: WrongName[] = [];
	for (const text of texts.map(cleanName)) {
		const {value, problems} = parseGeneralName(text);
		const [problem] = problems;
		if (value === null) {
			if (problem !== undefined) wrong.push({text, problem, offer: offeredHost(text) ?? text});
		} else if (known.some(each => sameGeneralName(each, value))) doubled.push(text);
		else {
			known.push(value);
			added.push(text);
		}
	}
	return {names: [...names, ...added], added, doubled, wrong};
}

const typeWords: Readonly<Record<GeneralName['type'], string>> = {
	dns: 'DNS',
	ip: 'IP',
	email: 'e-mail',
	uri: 'URI',
};

/** What a text is taken for: `DNS`, `wildcard, one level`, `IP`, or that the profile fills it in later. */
export function describeName(text: string): string {
	const {value} = parseGeneralName(text);
	if (value === null) return text.includes('{') ? 'filled in later' : 'not valid';
	return value.type === 'dns' && value.value.startsWith('*') ? 'wildcard, one level' : typeWords[value.type];
}
