// What the program needs of the world; a test hands in fixed ones.
import type {KeyPair} from '../../certificate/certificate.js';
import type {SystemStore} from '../../connect/trust.js';
import type {Machine} from '../../machine/machine.js';
import type {ProfileDisk, ProfileFolders} from '../../profile/disk.js';
import type {KeyType} from '../../profile/profile.js';

export type Services = {
	readonly machine: Machine;
	readonly profiles: {readonly folders: ProfileFolders; readonly disk: ProfileDisk};
	/** A key of a slow type, made where it can be called off at once; null for other types. */
	readonly generateAside: (type: KeyType, signal: AbortSignal) => Promise<KeyPair | null>;
	/** The certificates that this computer trusts: read when they are first asked for, and kept. */
	readonly systemStore: () => Promise<SystemStore>;
	/** The current folder, absolute: where certificates go unless somebody says otherwise. */
	readonly cwd: string;
	readonly platform: NodeJS.Platform;
	/** Certificates that are made at the same time. */
	readonly width: number;
	/** Puts text on the clipboard by the system's own means; false when there are none. */
	readonly copy: (text: string) => Promise<boolean>;
	/** Asks the terminal to put text on its clipboard; nobody says whether it did. False when it has none. */
	readonly copyByTerminal: (text: string) => boolean;
	/** Gives the terminal back to the shell until the program is continued. */
	readonly suspend: () => void;
};
