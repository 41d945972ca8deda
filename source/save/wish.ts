// What somebody wants to save, and where that can lie.
import type {ProfileDisk, ProfileFolders} from '../profile/disk.js';
import type {Profile, ProfileEntry} from '../profile/profile.js';
import type {EntryOrigin} from './changes.js';
import type {SaveTarget} from './place.js';

export type SaveWish = {
	readonly target: SaveTarget;
	/** Of the new profile, or the file to export to; not looked at for the profile itself. */
	readonly name: string;
	/** As it was opened. */
	readonly profile: Profile;
	/** Its certificates as they are now, placeholders still in them; never a password. */
	readonly entries: readonly ProfileEntry[];
	/** Where each of them comes from; left out: each is the entry of its number. */
	readonly origins?: readonly EntryOrigin[];
};

export type SaveSurroundings = {
	readonly folders: ProfileFolders;
	readonly disk: ProfileDisk;
	/** Absolute. */
	readonly cwd: string;
};
