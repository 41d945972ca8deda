// What the command line says about certificates, apart from the profiles that it names.
import type {Overrides} from '../plan/override.js';
import {splitNames} from '../plan/split-names.js';
import type {Arguments} from './arguments.js';

/** What the options of the command line say about every certificate. */
export function overridesOf(args: Arguments): Overrides {
	return {
		subject: args.subject ?? undefined,
		friendlyName: args.friendlyName ?? undefined,
		kind: args.kind ?? undefined,
		key: args.key ?? undefined,
		validity: args.validity ?? undefined,
		san: args.san.flatMap(splitNames),
	};
}
