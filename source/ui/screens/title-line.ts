// The first row: which screen it is, of what, and in which profile.
import {changedCount} from '../model/judging.js';
import type {Job} from '../model/job.js';
import {currentScreen, type Screen, type State} from '../model/state.js';
import {unwritten} from '../model/unwritten.js';
import {comparedLooks} from '../model/update-comparison.js';
import {cutLine, type Line, lineWidth, span, spread} from '../parts/line.js';
import {resultTitle} from './result.js';

/** Screens that show what is there already, not what a profile makes. */
const withoutProfile: ReadonlySet<Screen['screen']> = new Set([
	'start',
	'look',
	'comparison',
	'problems',
	'result',
]);

/** The first row of every screen, `width` columns wide. */
export function titleLine(state: State, width: number): Line {
	const [title, about] = titleOf(state);
	const head = span(` ${title}`, 'strong');
	const right = cutLine(titleRight(state), width - lineWidth([head]) - 3);
	// A name of which only the first letters fit says nothing.
	const room = width - lineWidth([head, ...right]) - 4;
	const said = about === '' || room < leastAbout ? [] : cutLine([span(`  ${about}`, 'dim')], room + 2);
	return spread([head, ...said], right, width);
}

const leastAbout = 16;

function titleRight(state: State): Line {
	const {job} = state;
	if (job === null || withoutProfile.has(currentScreen(state).screen))
		return [span('safeq-cert-tui ', 'dim')];
	const changed = changedCount(state);
	return [span(`profile ${job.profile.name}`, 'dim'), span(changed === 0 ? ' ' : ', changed ')];
}

function titleOf(state: State): readonly [string, string] {
	const {job, screens} = state;
	const screen = screens.at(-1);
	switch (screen?.screen) {
		case 'certificate': {
			const draft = job?.drafts[screen.index];
			const kind = draft?.entry.kind?.value === 'signing' ? 'Signing certificate' : 'SSL certificate';
			const count = job?.drafts.length ?? 1;
			const name = draft?.outlook.preview?.friendlyName ?? '';
			return [kind, count > 1 ? `${screen.index + 1} of ${count}  ${name}` : name];
		}
		case 'look':
			return ['What is in it', screen.look.name];
		case 'comparison':
			return [
				'Compared',
				comparedLooks(state)
					.map(({name}) => name)
					.join(', '),
			];
		case 'problems':
			return ['Problems in a profile', ''];
		case 'batch':
			return [job?.profile.name ?? 'Certificates', ''];
		case 'review':
			return ['Review', reviewAbout(job)];
		case 'result':
			return [resultTitle(screen), ''];
		default:
			return ['SafeQ certificates', 'signing and SSL'];
	}
}

/** What a batch that was stopped has written already is not in the review. */
function reviewAbout(job: Job | null): string {
	if (job === null) return 'nothing is written yet';
	const left = unwritten(job).drafts.length;
	return left === job.drafts.length ? 'nothing is written yet' : `the other ${left} of ${job.drafts.length}`;
}
