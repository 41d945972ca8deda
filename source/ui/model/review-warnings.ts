// What to know before writing: everything that was said at one of the fields, and what only shows in the whole.
import {estimateStrength} from '../../machine/estimate-strength.js';
import {type Problem, warning} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {Draft, Job} from './job.js';
import {isExample, lacksIp, listName} from './servers.js';

/** Warnings and errors, each once; of several certificates each says which one it is about. */
export function reviewWarnings(job: Job, found: readonly Problem[]): Problem[] {
	const {drafts} = job;
	const ofDrafts = drafts.flatMap(draft =>
		warningsOf(job, draft).map(each =>
			drafts.length > 1 ? {...each, message: `${listName(draft)}: ${each.message}`} : each,
		),
	);
	const all = [...found, ...passwordWarnings(job), ...withoutIp(job), ...ofDrafts].filter(
		each => each.severity !== 'note',
	);
	return [...new Map(all.map(each => [each.message, each])).values()];
}

function warningsOf(job: Job, draft: Draft): Problem[] {
	const example = isExample(job, draft)
		? [warning('server-example', 'this is the example that shipped, nobody has a server of this name')]
		: [];
	const ofServer = draft.needsServer ? draft.server.problems : [];
	const isSaid = ofServer.some(each => each.code === 'no-dns-suffix');
	return [...example, ...ofServer, ...(isSaid ? [] : withoutSuffix(draft)), ...draft.outlook.problems];
}

/** How many servers a warning names before it only counts them. */
const mostNamed = 3;

/** Added servers that DNS does not know: one warning for all, since there may be a hundred of them. */
function withoutIp({drafts}: Job): Problem[] {
	const servers = drafts.filter(lacksIp).map(listName);
	if (servers.length === 0) return [];
	const more = servers.length - mostNamed;
	const named = servers.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
	const message = `no IP address is known for ${named}: who connects by one is refused`;
	const hint = 'open each of them to add its addresses, or go on when clients use names alone';
	return [warning('server-unknown', message, {hint})];
}

/** Full names are what most clients use; with short ones alone they all refuse the server. */
function withoutSuffix({outlook: {plan}}: Draft): Problem[] {
	if (plan?.kind !== 'ssl') return [];
	const names = plan.subjectAlternativeNames.filter(each => each.type === 'dns').map(each => each.value);
	const [first] = names;
	if (first === undefined || names.some(each => each.includes('.'))) return [];
	const message = `no name has a DNS suffix: clients that use a full one, such as ${quoted(`${first}.company.com`)}, refuse it`;
	return [warning('no-dns-suffix', message)];
}

function passwordWarnings({password: {typed, problems}, drafts}: Job): Problem[] {
	if (typed.isEmpty || !drafts.some(each => each.outputs.includes('pfx'))) return [];
	const isWeak = estimateStrength(typed.reveal()).level === 'weak';
	const message = 'the password is weak: whoever gets the PFX finds it within hours';
	const hint = 'leave it empty for a strong one, or take several words';
	return [...(isWeak ? [warning('password-weak', message, {hint})] : []), ...problems];
}
