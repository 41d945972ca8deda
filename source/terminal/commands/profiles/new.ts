// `profiles new`: a profile from options, from a certificate, or from questions.
import {absolutePath} from '../../../files/typed-path.js';
import type {Overrides} from '../../../plan/override.js';
import {tellProblems} from '../../console.js';
import {exitCodes} from '../../exit-code.js';
import {parseTarget} from '../../../look/target.js';
import {openingPassword} from '../password-options.js';
import {untilSignal} from '../until-signal.js';
import {type Call, oneWord, refuseWrongUsage, type SubCommand} from './call.js';
import {profileFileProblem, refuseExisting} from './create-new.js';
import {entryOfOptions, givenOverrides} from './draft.js';
import type {From} from './from.js';
import {writeNew} from './write-new.js';

export const run: SubCommand = async call => {
	const overrides = givenOverrides(call);
	const description = call.given.one('description');
	const from = givenFrom(call, overrides, description);
	if (from === null && (call.words.length === 0 || !isComplete(overrides)) && canAsk(call)) {
		refuseWrongUsage(call);
		const {ask} = await import('./ask.js');
		return ask(call, overrides, description);
	}
	const word = oneWord(call, 'FILE.yaml');
	if (word !== '') call.problems.push(...profileFileProblem(word));
	const file = absolutePath(word, call.console.cwd);
	const entry = from === null ? entryOfOptions(overrides, call.problems) : null;
	refuseWrongUsage(call);
	await refuseExisting(file);
	if (entry !== null) await writeNew(file, {entry, description, remark: null, problems: []}, call);
	return from === null ? exitCodes.done : fromCertificate(from, file, call);
};

/** What `--from` asks for; null without it. */
function givenFrom(call: Call, overrides: Overrides, description: string | null): From | null {
	const {given, problems, console} = call;
	const written = given.one('from');
	const password = openingPassword(given, problems);
	const target = written === null ? null : parseTarget(written, console.cwd);
	if (target !== null && 'code' in target) problems.push(target);
	return target === null || 'code' in target ? null : {target, password, overrides, description};
}

function fromCertificate(from: From, file: string, call: Call): Promise<number> {
	return untilSignal(async signal => {
		const {draftFrom} = await import('./from.js');
		const draft = await draftFrom(from, call, signal);
		if ('code' in draft) {
			await tellProblems(call.console, [draft]);
			return exitCodes.couldNotLook;
		}
		await writeNew(file, draft, call);
		return exitCodes.done;
	});
}

function isComplete({kind, subject, friendlyName, subjectAlternativeNames}: Overrides): boolean {
	const hasNames = kind === 'signing' || subjectAlternativeNames !== undefined;
	return kind !== undefined && subject !== undefined && friendlyName !== undefined && hasNames;
}

function canAsk({console}: Call): boolean {
	return console.stdin.isTTY === true && console.stdout.isTTY === true;
}
