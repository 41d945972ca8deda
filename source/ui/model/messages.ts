// What can happen to the program, as data: keys, and the answers to what it asked of the machine.
import type {TokenKeys} from '../../connect/token-keys.js';
import type {Outcome} from '../../generate.js';
import type {LeftOut} from '../../plan/listed-names.js';
import type {Server} from '../../plan/plan.js';
import type {Problem} from '../../problem/problem.js';
import type {ListedProfile} from '../../profile/list.js';
import type {Profile} from '../../profile/profile.js';
import type {AddressOrigin} from './addresses.js';
import type {DiffLine} from '../../save/difference.js';
import type {Job, MadeAhead} from './job.js';
import type {Look} from './look.js';
import type {Wanted} from './opening.js';
import type {TargetFile} from './review.js';
import type {SaveTarget} from '../../save/place.js';
import type {Secret} from './secret.js';
import type {Notice, Size} from './state.js';

/** From the keyboard and the terminal. */
export type InputMessage =
	/**
	 * `isSoon`: it came so close behind other input that nobody can have seen what that did. `isRepeat`: it is the key
	 * before, pressed twice or held down.
	 */
	| {
			readonly type: 'key';
			readonly key: string;
			readonly isSoon?: boolean;
			readonly isRepeat?: boolean;
	  }
	/** One character, or as many as arrived at once. */
	| {readonly type: 'text'; readonly text: string}
	/**
	 * Not whole: the rest of the last line may follow. Not fresh: the beginning of the first one came before. `typed`: what
	 * it is where no list is kept.
	 */
	| {
			readonly type: 'paste';
			readonly text: string;
			readonly isWhole: boolean;
			readonly isFresh: boolean;
			readonly typed?: readonly InputMessage[];
	  }
	| ({readonly type: 'resized'} & Size);

/** Answers to effects. */
export type AnswerMessage =
	| {readonly type: 'profiles-found'; readonly found: readonly ListedProfile[]}
	| {
			readonly type: 'profile-read';
			/** The file, as people should see it. */
			readonly title: string;
			readonly profile: Profile | null;
			/** Servers that it is opened for. */
			readonly servers: readonly string[];
			/** Where certificates go unless somebody says otherwise. */
			readonly folder: string;
			readonly problems: readonly Problem[];
			readonly now: Date;
	  }
	| {readonly type: 'this-computer-found'; readonly name: string}
	| {
			readonly type: 'server-found';
			readonly draft: number;
			readonly asked: string;
			readonly server: Server | null;
			readonly problems: readonly Problem[];
	  }
	| {
			readonly type: 'looked';
			readonly asked: number;
			readonly look: Look | null;
			readonly problems: readonly Problem[];
			/** The file is locked, and the password that was tried is wrong. */
			readonly needsPassword: boolean;
	  }
	| {readonly type: 'token-keys-found'; readonly look: number; readonly keys: TokenKeys}
	| {readonly type: 'key-made'; readonly draft: number; readonly madeAhead: MadeAhead}
	| {readonly type: 'paused'; readonly draft: number; readonly changes: number}
	| {
			readonly type: 'names-found';
			/** The number of the question; null where none was asked. */
			readonly asked: number | null;
			readonly draft: number;
			/** A host, a file, or the server's name, as it was asked for. */
			readonly argument: string;
			readonly names: readonly string[];
			readonly origin: AddressOrigin;
			readonly from: string;
			/** Of a text; without it all was taken. */
			readonly leftOut?: LeftOut;
			readonly problems: readonly Problem[];
			/** The file is a PFX that needs its password. */
			readonly needsPassword: boolean;
	  }
	| {
			readonly type: 'targets-found';
			readonly targets: readonly TargetFile[];
			readonly problems: readonly Problem[];
			/** Left out: it is there. */
			readonly isNewFolder?: boolean;
			/** The name that is free for generated passwords; left out: the wanted one. */
			readonly passwordsFile?: string | null;
			readonly now: Date;
	  }
	| {
			readonly type: 'written';
			readonly outcome: Outcome;
			readonly password: Secret | null;
			/** Absolute; null when the password was typed, or is shown. */
			readonly passwordsFile: string | null;
	  }
	| {
			readonly type: 'finished';
			/** All that were wanted, in their order; those that were not begun are `cancelled`. */
			readonly outcomes: readonly Outcome[];
			readonly problems: readonly Problem[];
			readonly passwordsFile: string | null;
	  }
	| {readonly type: 'copied'; readonly what: string; readonly way: CopyWay; readonly isPassword: boolean}
	| {readonly type: 'profile-copied'; readonly file: string; readonly problems: readonly Problem[]}
	| {readonly type: 'profile-deleted'; readonly file: string; readonly problems: readonly Problem[]}
	| {
			readonly type: 'profile-compared';
			/** The number of the question, and the form. */
			readonly asked: number;
			readonly job: Job;
			readonly file: string;
			/** As it would be written. */
			readonly text: string;
			readonly difference: readonly DiffLine[];
			readonly target: SaveTarget;
			readonly problems: readonly Problem[];
	  }
	| {
			readonly type: 'profile-saved';
			readonly file: string;
			readonly target: SaveTarget;
			/** The form that was saved. */
			readonly job: Job;
			readonly problems: readonly Problem[];
	  }
	| {readonly type: 'noticed'; readonly notice: Notice}
	/** The command line names profiles. */
	| ({readonly type: 'wanted'} & Wanted);

/** How something came to the clipboard: surely, perhaps by the terminal, or not at all. */
export type CopyWay = 'program' | 'terminal' | 'none';

export type Message = InputMessage | AnswerMessage;
