// The start screen: what somebody wants to do, then the profiles; with a filter.
import {hasErrors} from '../../problem/problem.js';
import type {ListedProfile} from '../../profile/list.js';
import type {Profile} from '../../profile/profile.js';
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {State} from './state.js';

export type StartState = {
	readonly screen: 'start';
	/** Null while they are looked for. */
	readonly found: readonly ListedProfile[] | null;
	readonly filter: TextBuffer | null;
	readonly selected: number;
	/** The file to choose when it is found: a copy that was just made. Null: the choice stays. */
	readonly choosesWhenFound: string | null;
};

/** A line of the start screen. */
export type StartItem =
	| {readonly item: 'task'; readonly task: Task; readonly found: ListedProfile | null}
	| {readonly item: 'profile'; readonly found: ListedProfile};

export type Task = {
	readonly title: string;
	readonly about: string;
	/** What comes after Enter. */
	readonly next: string;
	/** The shipped profile that does it; null: it looks at what is there already. */
	readonly profile: string | null;
};

/** In the words of an administrator; the most frequent one first. */
const tasks: readonly Task[] = [
	{
		title: 'SSL certificate for a server',
		about: 'HTTPS for Job Service and Client V3',
		next: 'Enter, then its name: DNS is asked for its addresses',
		profile: 'ssl',
	},
	{
		title: 'Signing certificate of a near roaming group',
		about: 'signs access tokens; the same file for every server of the group',
		next: 'Enter, then look through it: nothing has to be filled in',
		profile: 'near-roaming-group-signing',
	},
	{
		title: 'A whole near roaming group',
		about: 'the signing certificate, and an SSL certificate for each server',
		next: 'Enter, then put your servers in place of the examples',
		profile: 'group',
	},
	{
		title: 'A file or server to look at',
		about: 'what is in it, will it work, compare it, make it again',
		next: "Enter, then paste the path of a file or a server's name",
		profile: null,
	},
];

export const startState: StartState = {
	screen: 'start',
	found: null,
	filter: null,
	selected: 0,
	choosesWhenFound: null,
};

/** What is shown and can be chosen: tasks, then profiles; those that the filter lets through. */
export function startItems({found, filter}: StartState): StartItem[] {
	const profiles = found ?? [];
	const shipped = (name: string | null) =>
		profiles.find(each => each.origin === 'shipped' && each.reference === name) ?? null;
	const all: StartItem[] = [
		...tasks.map(task => ({item: 'task', task, found: shipped(task.profile)}) as const),
		...profiles.map(each => ({item: 'profile', found: each}) as const),
	];
	const words = (filter?.text ?? '').toLowerCase().split(/\s+/);
	return all.filter(item => words.every(word => searchText(item).includes(word)));
}

/** The chosen line; null when the filter lets nothing through. */
export function selectedItem(state: StartState): StartItem | null {
	return startItems(state)[state.selected] ?? null;
}

/** Moves the choice by `step`, staying within the list. */
export function moveChoice(state: StartState, step: number): StartState {
	const last = Math.max(0, startItems(state).length - 1);
	return {...state, selected: Math.min(last, Math.max(0, state.selected + step))};
}

/** Changes the filter; the choice stays where it is still shown, else it goes to the first line that is left. */
export function setFilter(state: StartState, filter: TextBuffer | null): StartState {
	return keepChoice(state, {...state, filter, selected: 0});
}

/** Takes the profiles that were found; the choice stays with its line, or where that line was, or goes to a copy. */
export function setFound(state: StartState, found: readonly ListedProfile[]): StartState {
	const next = {...state, found, choosesWhenFound: null};
	const wanted = startItems(next).findIndex(
		each => each.item === 'profile' && each.found.file === state.choosesWhenFound,
	);
	return wanted === -1 ? keepChoice(state, moveChoice(next, 0)) : {...next, selected: wanted};
}

/** `next` with the choice at the line that was chosen before, when it is there. */
function keepChoice(before: StartState, next: StartState): StartState {
	const chosen = selectedItem(before);
	const index = startItems(next).findIndex(each => chosen !== null && keyOf(each) === keyOf(chosen));
	return index === -1 ? next : {...next, selected: index};
}

function keyOf(item: StartItem): string {
	return item.item === 'task' ? item.task.title : item.found.file;
}

/** The profile when it can be used, null when there is an error in it. */
export function usableProfile({profile, problems}: ListedProfile): Profile | null {
	return hasErrors(problems) ? null : profile;
}

export const emptyFilter = textBuffer('');

function searchText(item: StartItem): string {
	const {found} = item;
	const texts = item.item === 'task' ? [item.task.title, item.task.about] : [];
	return [...texts, found?.name, found?.description, found?.file].join(' ').toLowerCase();
}

/** The names that profiles have already. */
export function profileNames({screens}: State): readonly string[] {
	return screens.flatMap(each =>
		each.screen === 'start' ? (each.found ?? []).map(({reference}) => reference) : [],
	);
}
