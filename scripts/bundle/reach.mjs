// Which parts of the program may not be loaded by which path through it; the build fails where one is.

/** Everything that draws on a terminal or asks a person. */
const interactive = ['ink', 'react', 'react-reconciler', 'yoga-layout', '@inquirer/'];

/** The dynamic imports behind which the interactive program lives: an unattended run never goes through them. */
const doors = [
	/^source\/ui\//,
	/^source\/terminal\/plain\//,
	/^source\/terminal\/ask-/,
	/^node_modules\/@inquirer\/prompts\//,
];

/**
 * `from` is where the path begins, `through` which imports it follows, `never` the packages (or, with a slash at
 * the end, the beginnings of names) that it must not come upon.
 */
const rules = [
	{
		path: 'the entry, before it knows that this Node will do',
		from: 'cli.tsx',
		through: 'static imports',
		never: 'anything',
	},
	{
		path: '--version and --help',
		from: 'source/terminal/main.ts',
		through: 'static imports',
		never: ['node-forge', 'yaml', 'valibot', ...interactive],
	},
	{
		path: 'an unattended run',
		from: 'cli.tsx',
		through: 'all imports but the doors',
		never: interactive,
	},
];

/** Holds the rules against esbuild's metafile; returns one sentence with the chain of imports per violation. */
export function checkReach(metafile) {
	const missing = rules.filter(({from}) => !(from in metafile.inputs));
	return [
		...missing.map(({from}) => `${from} is not part of the bundle, but a rule of reach.mjs begins there`),
		...rules.filter(rule => !missing.includes(rule)).flatMap(rule => checkRule(metafile, rule)),
	];
}

function checkRule(metafile, rule) {
	return reached(metafile, rule)
		.filter(chain => chain.length > 1 && isForbidden(chain.at(-1), rule.never))
		.map(chain => `${rule.path} must not reach ${chain.at(-1)}: ${chain.join(' → ')}`);
}

/** Every input that can be reached, as the shortest chain of imports; a forbidden one is not followed further. */
function reached({inputs}, {from, through, never}) {
	const chains = new Map([[from, [from]]]);
	for (const [input, chain] of chains) {
		if (input !== from && isForbidden(input, never)) continue;
		for (const {path, kind, external} of inputs[input].imports) {
			if (external || chains.has(path)) continue;
			const isDynamic = kind === 'dynamic-import';
			if (isDynamic && (through === 'static imports' || doors.some(door => door.test(path)))) continue;
			chains.set(path, [...chain, path]);
		}
	}
	return [...chains.values()];
}

function isForbidden(input, never) {
	if (never === 'anything') return true;
	const name = packageOf(input);
	return name !== null && never.some(each => (each.endsWith('/') ? name.startsWith(each) : name === each));
}

/** The package that an input belongs to; null for a file of the project. */
export function packageOf(input) {
	return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? null;
}
