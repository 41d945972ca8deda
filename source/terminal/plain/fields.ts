// The values of a certificate that can be changed: how each is shown, and how it is asked for.
import {describeOpenedBy} from '../../describe/trust.js';
import type {Overrides} from '../../plan/override.js';
import {didYouMean} from '../../problem/suggest.js';
import {
	type KeyType,
	keyTypes,
	type Output,
	outputs,
	pfxEncryptions,
	type ProfileEntry,
} from '../../profile/profile.js';
import type {Conversation} from './conversation.js';
import {askNames} from './names.js';
import {choose, type Question, type Questions} from './questions.js';
import {
	commonNameOf,
	encryptionOf,
	fileNameOf,
	friendlyNameOf,
	keyOf,
	namesOf,
	namesText,
	outputsOf,
	type Standing,
	subjectOf,
	validityOf,
	validityText,
} from './standing.js';

export type Field = {
	/** The profile key, as in the field of a problem. */
	readonly key: keyof ProfileEntry;
	readonly label: string;
	readonly show: (standing: Standing) => string;
	/** Asks for another value. Nothing is laid over the entry when the answer is what was there. */
	readonly change: (conversation: Conversation, standing: Standing) => Promise<Overrides>;
};

async function askText(
	questions: Questions,
	message: string,
	current: string,
	more: Partial<Question> = {},
): Promise<string | undefined> {
	const fallback = current === '' ? {} : {fallback: current};
	const answer = await questions.ask({message, ...fallback, ...more});
	return answer === current ? undefined : answer;
}

const keyWords: Readonly<Record<KeyType, string>> = {
	'rsa-2048': 'RSA 2048, works everywhere',
	'rsa-3072': 'RSA 3072',
	'rsa-4096': 'RSA 4096, slower',
	'ecdsa-p256': 'ECDSA P-256, not for signing certificates',
	'ecdsa-p384': 'ECDSA P-384, not for signing certificates',
};

function parseOutputs(text: string): readonly Output[] | string {
	const words = text
		.toLowerCase()
		.split(/[\s,;]+/)
		.filter(word => word !== '');
	const unknown = words.find(word => !outputs.some(each => each === word));
	if (unknown !== undefined) return didYouMean(unknown, outputs);
	return words.length === 0 ? 'name at least one' : outputs.filter(each => words.includes(each));
}

/** In the order in which they are listed. */
export const fields: readonly Field[] = [
	{
		key: 'kind',
		label: 'Kind',
		show: ({entry}) => entry.kind?.value ?? '',
		change: async ({questions}) => ({
			kind: await choose(questions, 'What is it for?', [
				{label: 'HTTPS of a server (ssl)', value: 'ssl'},
				{label: 'signing access tokens (signing)', value: 'signing'},
			]),
		}),
	},
	{
		key: 'subjectAlternativeNames',
		label: 'Names and addresses',
		show: namesText,
		change: async (conversation, standing) => {
			const names = namesOf(standing);
			const list = await askNames(conversation, names, commonNameOf(standing));
			return list.join('\n') === names.join('\n') ? {} : {subjectAlternativeNames: list};
		},
	},
	{
		key: 'friendlyName',
		label: 'Friendly name',
		show: friendlyNameOf,
		change: async ({questions}, standing) => ({
			friendlyName: await askText(questions, 'Friendly name', friendlyNameOf(standing)),
		}),
	},
	{
		key: 'subject',
		label: 'Subject',
		show: subjectOf,
		change: async ({questions}, standing) => ({
			subject: await askText(questions, 'Subject: a name, or CN=..., O=..., C=..', subjectOf(standing)),
		}),
	},
	{
		key: 'key',
		label: 'Key',
		show: standing => keyWords[keyOf(standing)].replace(/,.*/, ''),
		change: async ({questions}, standing) => {
			const choices = keyTypes.map(value => ({label: keyWords[value], value}));
			return {key: await choose(questions, 'Which key?', choices, keyTypes.indexOf(keyOf(standing)))};
		},
	},
	{
		key: 'validity',
		label: 'Valid for',
		show: validityText,
		change: async ({questions}, standing) => ({
			validity: await askText(questions, 'Valid for, such as "18 months" or "2 years"', validityOf(standing)),
		}),
	},
	{
		key: 'pfx',
		label: 'PFX encryption',
		show: encryptionOf,
		change: async ({questions}, standing) => {
			const choices = pfxEncryptions.map(value => ({
				label: `${value}: ${describeOpenedBy(value).short}. ${describeOpenedBy(value).text}`,
				value,
			}));
			const current = pfxEncryptions.indexOf(encryptionOf(standing));
			return {encryption: await choose(questions, 'Who must be able to open the PFX?', choices, current)};
		},
	},
	{
		key: 'outputs',
		label: 'Files',
		show: standing => outputsOf(standing).join(', '),
		change: async ({questions}, standing) => {
			const answer = await askText(questions, 'Files: pfx, cer, pem', outputsOf(standing).join(', '), {
				refuse: text => {
					const parsed = parseOutputs(text);
					return typeof parsed === 'string' ? parsed : null;
				},
			});
			const parsed = answer === undefined ? undefined : parseOutputs(answer);
			return typeof parsed === 'object' ? {outputs: parsed} : {};
		},
	},
	{
		key: 'fileName',
		label: 'File name',
		show: fileNameOf,
		change: async ({questions}, standing) => ({
			fileName: await askText(questions, 'File name, without ending', fileNameOf(standing)),
		}),
	},
];
