// Writing: the same `generate` as the unattended run, with the keys that were made while people typed.
import path from 'node:path';
import {createFolder} from '../../files/create-folder.js';
import {createSecretList, keepSecretList} from '../../files/secret-list.js';
import {typedPath} from '../../files/typed-path.js';
import {generate, nothing, wrotePfx} from '../../generate.js';
import {generatePassword} from '../../machine/generate-password.js';
import type {PreparedCertificate} from '../../prepare.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import {textBuffer} from '../parts/text-buffer.js';
import type {Effect, Order} from '../model/effects.js';
import type {AnswerMessage, Message} from '../model/messages.js';
import {Secret} from '../model/secret.js';
import type {KeyMaker} from './keys-ahead.js';
import type {Services} from './services.js';

type WriteEffect = Extract<Effect, {effect: 'write'}>;
type Finished = Extract<AnswerMessage, {type: 'finished'}>;

type Surroundings = {
	readonly dispatch: (message: Message) => void;
	readonly signal: AbortSignal;
	/** A key that is still made for a draft is waited for; others are made here too, where they can be called off. */
	readonly keys: KeyMaker;
};

/** Makes, proves and writes every order; each finished one is dispatched, the end is returned. */
export async function writeOrders(
	{machine, cwd, width}: Services,
	effect: WriteEffect,
	{dispatch, signal, keys}: Surroundings,
): Promise<Finished> {
	const folder = typedPath(effect.folder, cwd);
	const orders = new Map(effect.orders.map(each => [preparedOf(each, effect, folder), each]));
	const prepared = [...orders.keys()];
	const passwords = new Map(
		prepared.map(each => [each, effect.password?.reveal() ?? generatePassword(machine.randomBytes)]),
	);
	const notBegun = (problems: readonly Problem[]): Finished => ({
		type: 'finished',
		outcomes: prepared.map(each => nothing('cancelled', each)),
		problems,
		passwordsFile: null,
	});
	const unmade = await createFolder(folder);
	if (unmade !== null) return notBegun([unmade]);
	const list = effect.passwordsFile === null ? null : path.join(folder, effect.passwordsFile);
	const warnings: Problem[] = [];
	if (list !== null) {
		// Complete before any PFX exists: nobody must own a PFX whose password is lost.
		const lines = prepared
			.filter(each => each.plan.outputs.includes('pfx'))
			.map(each => `${each.plan.fileName}.pfx\t${passwords.get(each) ?? ''}`);
		warnings.push(...(await createSecretList(list, lines)));
		if (hasErrors(warnings)) return notBegun(warnings);
	}
	const isShown = effect.password === null && list === null;
	const outcomes = await generate(prepared, {
		machine,
		width,
		signal,
		overwrite: effect.overwrite,
		passwordOf: each => passwords.get(each) ?? '',
		madeOf: each => {
			const order = orders.get(each);
			if (order === undefined) return null;
			if (order.made !== null) return Promise.resolve(order.made);
			return keys.make(order.draft, each.plan.key).then(({made}) => made);
		},
		onOutcome: outcome => {
			const {plan} = outcome.prepared;
			const generated = passwords.get(outcome.prepared) ?? '';
			const shows = isShown && outcome.status === 'created' && plan.outputs.includes('pfx');
			const password = shows ? new Secret(textBuffer(generated)) : null;
			dispatch({type: 'written', outcome, password, passwordsFile: list});
		},
	});
	const kept = await keepSecretList(list, wrotePfx(outcomes));
	return {type: 'finished', outcomes, problems: [...warnings, ...kept.problems], passwordsFile: kept.list};
}

function preparedOf(
	{entry, plan, server}: Order,
	{profile}: WriteEffect,
	folder: string,
): PreparedCertificate {
	return {
		plan,
		request: {entry, profile},
		server,
		files: plan.outputs.map(output => ({
			output,
			path: path.join(folder, `${plan.fileName}.${output}`),
			exists: false,
		})),
	};
}
