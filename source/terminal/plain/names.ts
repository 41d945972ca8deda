// The names and addresses of a certificate: typed or pasted, each judged at once, wrong ones mended.
import {parseGeneralName} from '../../plan/general-name.js';
import {describeLeftOut, listedNames} from '../../plan/listed-names.js';
import {splitNames} from '../../plan/split-names.js';
import {visible} from '../../problem/visible.js';
import {addFrom} from './add-from.js';
import {type Conversation, reasonOf} from './conversation.js';
import {addNames, describeName, type WrongName} from './name-list.js';
import {type Questions, unlessBack} from './questions.js';
import {type Tested, testAddress, testAddresses} from './will-it-work.js';

const help = `Type or paste more of them, one a line or several; an empty line goes on.
"-2" takes number 2 away. "?" tells whether an address will work.
"+" adds from this computer, DNS, a running server or a file.
`;

/** So many are listed one by one; of a longer paste only what has to be mended, and the counts. */
const mostListed = 20;

/** Asks until an empty line; Esc keeps what is there as well. `commonName` is what the subject says. */
export async function askNames(
	conversation: Conversation,
	names: readonly string[],
	commonName: string | null,
): Promise<readonly string[]> {
	const {questions} = conversation;
	await questions.explain(
		`\nNames and addresses by which clients reach the server:\n${formatNames(names)}${help}`,
	);
	let list = names;
	for (;;) {
		const answer = (await unlessBack(questions.ask({message: 'Name or address'}))) ?? '';
		const pasted = questions.takePasted();
		if (answer === '' && pasted.length === 0) return list;
		const isCommand = commands.test(answer);
		if (isCommand)
			list = (await unlessBack(command(conversation, {names: list, commonName}, answer))) ?? list;
		const {names: texts, leftOut} = listedNames([isCommand ? '' : answer, ...pasted].join('\n'));
		const unused = describeLeftOut(leftOut);
		if (unused !== null) await questions.explain(`  ${unused}\n`);
		list = await addAll(questions, list, texts);
	}
}

/** `-2`, `?`, `? address`, `+`; a name begins with none of these. */
const commands = /^(?:-\s*\d+|\?.*|\+)$/;

/** The names after a command. */
async function command(
	conversation: Conversation,
	tested: Tested,
	answer: string,
): Promise<readonly string[]> {
	const {questions} = conversation;
	const {names} = tested;
	const rest = answer.slice(1).trim();
	if (answer.startsWith('-')) return removeName(questions, names, Number(rest));
	if (answer === '+') return addNamesFrom(conversation, names);
	return rest === '' ? testAddresses(questions, tested) : testAddress(questions, tested, rest);
}

/** The names, with those that come from elsewhere. */
export async function addNamesFrom(
	conversation: Conversation,
	names: readonly string[],
): Promise<readonly string[]> {
	const server = names.find(each => parseGeneralName(each).value?.type === 'dns' && !each.startsWith('*'));
	return addAll(conversation.questions, names, await addFrom(conversation, server ?? ''));
}

function formatNames(names: readonly string[]): string {
	if (names.length === 0) return '  none yet: every connection would be refused\n';
	const width = Math.min(48, Math.max(...names.map(each => visible(each).length)));
	return names
		.map(
			(each, index) =>
				`${String(index + 1).padStart(4)}  ${visible(each).padEnd(width)}  ${describeName(each)}\n`,
		)
		.join('');
}

async function removeName(
	questions: Questions,
	names: readonly string[],
	number: number,
): Promise<readonly string[]> {
	if (number < 1 || number > names.length) {
		await questions.say(`  x there is no number ${number}\n`);
		return names;
	}
	const rest = names.toSpliced(number - 1, 1);
	await questions.say(formatNames(rest));
	return rest;
}

/** Adds the texts; the wrong ones are asked for again until they are right or left out. */
async function addAll(
	questions: Questions,
	names: readonly string[],
	texts: readonly string[],
): Promise<readonly string[]> {
	const {names: list, added, doubled, wrong} = addNames(names, texts);
	const good = texts.length > mostListed ? [] : added;
	const lines = [
		...good.map(each => `  + ${visible(each)}  ${describeName(each)}`),
		...doubled.map(each => `  = ${visible(each)}  is there already`),
		...wrong.map(each => `  x ${visible(reasonOf(each.problem))}`),
	];
	if (texts.length > 1)
		lines.push(`  ${added.length} new, ${doubled.length} there already, ${wrong.length} wrong`);
	if (lines.length > 0) await questions.explain(`${lines.join('\n')}\n`);
	let mended = list;
	for (const each of wrong) mended = await addAll(questions, mended, splitNames(await mend(questions, each)));
	return mended;
}

/** What is meant instead; Esc leaves it out as an empty line does, and loses nothing of the list. */
async function mend(questions: Questions, {text, offer}: WrongName): Promise<string> {
	const message = `Instead of "${text}" (Esc leaves it out)`;
	return (await unlessBack(questions.ask({message, draft: offer}))) ?? '';
}
