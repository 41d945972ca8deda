// "Will it work for …?": the answer for an address, and the entry that is missing for it.
import {coverage, type Coverage} from '../../plan/covers.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import {writtenName} from '../../plan/general-name.js';
import type {GeneralName} from '../../plan/plan.js';
import {add} from './change-addresses.js';
import {draftOnScreen} from './focus.js';
import {chosenOf} from './look.js';
import {closeSheet} from './sheet.js';
import type {State} from './state.js';
import {type Step, step} from './step.js';
import {lookOf} from './update-look.js';

/** The answer to "will it work for …?" for what is typed so far; null while nothing is typed. */
export function answerFor(state: State, typed: string): Coverage | null {
	const address = typed.trim();
	if (address === '') return null;
	const look = lookOf(state);
	const certificate = look === null ? null : (chosenOf(look)?.certificate ?? null);
	if (certificate !== null)
		return coverage(address, certificate.subjectAlternativeNames, commonNameOf(certificate.subject));
	const draft = draftOnScreen(state);
	if (draft === null) return null;
	const names = draft.outlook.rows.flatMap(({name}): GeneralName[] => (name === null ? [] : [name]));
	const subject = draft.outlook.plan?.subject ?? null;
	return coverage(address, names, subject === null ? null : commonNameOf(subject));
}

/** Adds the entry that is missing to the list, and closes the question. */
export function addMissing(state: State, typed: string): Step {
	const draft = draftOnScreen(state);
	const answer = draft === null ? null : answerFor(state, typed);
	if (draft === null) return step(closeSheet(state));
	if (answer === null || 'coveredBy' in answer || answer.add === null) return step(state);
	return add(closeSheet(state), draft.id, [writtenName(answer.add)], 'new', '');
}
