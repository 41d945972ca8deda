// What the program asks of the machine, as data; the answers are messages.
import type {Endpoint} from '../../connect/endpoint.js';
import type {Made} from '../../generate.js';
import type {CertificatePlan, Server} from '../../plan/plan.js';
import type {KeyType, Profile, ProfileEntry} from '../../profile/profile.js';
import type {Job} from './job.js';
import type {Wanted} from './opening.js';
import type {SaveTarget} from '../../save/place.js';
import type {Secret} from './secret.js';
import type {AskedSource} from './sheet.js';

/** One certificate that is to be written. */
export type Order = {
	/** The draft, so that a key that is still made can be waited for. */
	readonly draft: number;
	readonly entry: ProfileEntry;
	readonly plan: CertificatePlan;
	readonly server: Server | null;
	readonly made: Made | null;
};

export type Effect =
	| {readonly effect: 'find-profiles'}
	| ({readonly effect: 'read-profile'} & Wanted)
	| {readonly effect: 'copy-profile'; readonly file: string; readonly name: string}
	| {readonly effect: 'delete-profile'; readonly file: string}
	| {
			readonly effect: 'compare-profile';
			/** The number of the question. */
			readonly asked: number;
			readonly target: SaveTarget;
			/** Of the new profile, or the file to export to; empty for the profile itself. */
			readonly name: string;
			readonly job: Job;
	  }
	| {
			readonly effect: 'save-profile';
			readonly file: string;
			readonly text: string;
			readonly target: SaveTarget;
			/** The form that is saved. */
			readonly job: Job;
	  }
	| {readonly effect: 'find-this-computer'}
	| {
			readonly effect: 'find-server';
			readonly draft: number;
			readonly name: string;
			readonly wantsAddresses: boolean;
	  }
	| {
			readonly effect: 'look';
			/** The number of the question. */
			readonly asked: number;
			/** A path, a host, `host:port` or an https URL. */
			readonly text: string;
			/** Null: nobody was asked for it; empty: what is seen without it will do. */
			readonly password: Secret | null;
	  }
	| {readonly effect: 'stop-looking'}
	| {
			/** Asks a server that was looked at what it publishes for its tokens. */
			readonly effect: 'find-token-keys';
			readonly look: number;
			readonly endpoint: Endpoint;
			/** The one that answered. */
			readonly address: string;
	  }
	| {readonly effect: 'stop-finding'}
	| {readonly effect: 'use-this-computer'; readonly draft: number}
	| {readonly effect: 'make-key'; readonly draft: number; readonly key: KeyType}
	/** Nobody goes on with these certificates: their keys are forgotten, and those under way called off. */
	| {readonly effect: 'drop-keys'; readonly drafts: readonly number[]}
	/** Reports back after a moment without keys. */
	| {readonly effect: 'pause'; readonly draft: number; readonly changes: number}
	| {
			readonly effect: 'find-names';
			/** The number of the question that named the place; null where none was asked. */
			readonly asked: number | null;
			readonly draft: number;
			readonly source: AskedSource | 'this-computer' | 'dns';
			/** A host, with a port if it has one; a file; or the server's name. */
			readonly argument: string;
			readonly password: Secret | null;
	  }
	| {
			readonly effect: 'find-targets';
			readonly folder: string;
			readonly plans: readonly CertificatePlan[];
			/** The file for generated passwords, by name; null when there is none. */
			readonly passwordsFile: string | null;
			/** May open a PFX that would be lost; null when none was typed. */
			readonly password: Secret | null;
	  }
	| {
			readonly effect: 'write';
			readonly profile: Profile;
			readonly orders: readonly Order[];
			readonly folder: string;
			readonly overwrite: boolean;
			/** Null: a strong one is generated for each. */
			readonly password: Secret | null;
			/** Generated passwords of a batch go into a file of this name; null: they are shown. */
			readonly passwordsFile: string | null;
	  }
	| {readonly effect: 'stop-writing'}
	| {readonly effect: 'copy'; readonly text: string | Secret; readonly what: string}
	| {readonly effect: 'suspend'};
