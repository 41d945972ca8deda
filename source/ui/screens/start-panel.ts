// Beside the list of the start screen: what the chosen task or profile would make.
import {needsServer} from '../../plan/placeholder.js';
import type {Problem} from '../../problem/problem.js';
import type {Profile, ProfileEntry} from '../../profile/profile.js';
import {selectedItem, type StartState, usableProfile} from '../model/start.js';
import {subjectText} from '../model/written-text.js';
import {explained} from '../parts/details.js';
import {cutLine, emptyLine, fitLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

const labelColumns = 15;

/** What the chosen line would make, in `width` columns. */
export function startPanel(screen: StartState, width: number): Line[] {
	const item = selectedItem(screen);
	if (item === null) return [];
	const about = item.item === 'task' ? item.task.next : (item.found.description ?? '');
	const head = [
		emptyLine,
		line(item.item === 'task' ? item.task.title : item.found.name, 'strong'),
		...wrapText(about, width).map(text => line(text, 'dim')),
		emptyLine,
	];
	const {found} = item;
	if (found === null) return head;
	const profile = usableProfile(found);
	if (profile === null) return [...head, ...brokenRows(found.problems, width)];
	const [first, ...others] = profile.entries;
	const rows =
		first !== undefined && others.length === 0 ? entryRows(first, width) : batchRows(profile, width);
	const isForServer = profile.entries.some(needsServer);
	return [
		...head,
		...rows,
		emptyLine,
		...explained('PROFILE', found.file, width, labelColumns),
		...(isForServer ? [emptyLine, ...wrapText(inBraces, width).map(text => line(text, 'dim'))] : []),
	];
}

const inBraces = 'What stands in braces is filled in for the server that you name.';

function entryRows(entry: ProfileEntry, width: number): Line[] {
	const names = entry.subjectAlternativeNames?.value.map(each => each.value) ?? [];
	const row = (label: string, text: string) => explained(label, text, width, labelColumns);
	return [
		...row('MAKES', entry.kind?.value === 'signing' ? 'a signing certificate' : 'an SSL certificate'),
		...row('FRIENDLY NAME', entry.friendlyName?.value ?? ''),
		...row('SUBJECT', subjectText(entry.subject?.value)),
		...(names.length === 0 ? [] : row('ADDRESSES', shortened(names))),
	];
}

function shortened(names: readonly string[]): string {
	const more = names.length - mostNames;
	return names.slice(0, mostNames).join(', ') + (more > 0 ? `, and ${more} more` : '');
}

const mostNames = 6;
const mostCertificates = 8;

/** One row for each certificate. */
function batchRows({entries}: Profile, width: number): Line[] {
	const more = entries.length - mostCertificates;
	return [
		...explained('MAKES', `${entries.length} certificates`, width, labelColumns),
		...entries
			.slice(0, mostCertificates)
			.map(({kind, subject}) =>
				cutLine(
					[
						...fitLine([span(`  ${kind?.value === 'signing' ? 'signing' : 'SSL'}`, 'dim')], labelColumns),
						span(subjectText(subject?.value)),
					],
					width,
				),
			),
		...(more > 0 ? [line(`  and ${more} more`, 'dim')] : []),
	];
}

function brokenRows(problems: readonly Problem[], width: number): Line[] {
	return problems
		.slice(0, 4)
		.flatMap(each => [
			...wrapText(`${signs[each.severity]} ${each.message}`, width).map(text =>
				line(text, each.severity === 'error' ? 'error' : 'warning'),
			),
		]);
}
