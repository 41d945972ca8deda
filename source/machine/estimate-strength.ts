// A rough idea of how well a typed password resists guessing, for a hint and never for a refusal.

export type Strength = {
	/** Whole bits, and at best this many: no estimate knows all that people would try first. */
	readonly bits: number;
	/** `weak`: found in hours once the file is stolen. `fair`: costs an attacker money. `strong`: holds out. */
	readonly level: 'weak' | 'fair' | 'strong';
};

/** What people in this trade begin with, after `@`, `4` → `a`, `0` → `o`, and so on. */
const knownWord =
	/^(?:passwor[dt]|passwd|passw|pass|heslo|secret|geheim|welcome|changeme|administrator|admin|qwert[yz]|asdf|letmein|ysoft|safeq|company|server|certificate|cert|winter|summer|sommer|spring|autumn|herbst)/;
const year = /^(?:19|20)\d\d/;

const lookAlikes: Readonly<Record<string, string>> = {
	'@': 'a',
	0: 'o',
	1: 'i',
	3: 'e',
	4: 'a',
	5: 's',
	$: 's',
};

/** A word of a phrase (`correct horse battery staple`, `Blue-Sky-42`) with what separates it from the next. */
const phraseWord = /^\p{L}{2,12}(?:[ ._-]|$)/u;

/** Bits of a word or year out of a short list with its spelling variants, and of a word out of a dictionary. */
const knownBits = 10;
const phraseWordBits = 13;

/** What a guess costs that knows words, years, runs like `1234` and repetition, and tries the rest by force. */
export function estimateStrength(password: string): Strength {
	const lower = password.toLowerCase();
	const plain = lower.replace(/[@01345$]/g, each => lookAlikes[each] ?? each);
	const characterBits = Math.log2(poolSize(password));
	const isPhrase = /\p{L}[ ._-]/u.test(password);
	let bits = 0;
	let previous = '';
	for (let index = 0; index < lower.length; ) {
		const rest = lower.slice(index);
		const known = year.exec(rest) ?? knownWord.exec(plain.slice(index));
		const word = isPhrase && !/\p{L}/u.test(previous) ? phraseWord.exec(rest) : null;
		const next = String.fromCodePoint(lower.codePointAt(index) ?? 0);
		if (known !== null) bits += knownBits;
		else if (word !== null) bits += phraseWordBits;
		else bits += isForeseeable(next, previous) ? 1 : characterBits;
		previous = (known ?? word)?.[0] ?? next;
		index += previous.length;
		previous = previous.slice(-1);
	}
	const whole = Math.floor(bits);
	return {bits: whole, level: whole < 50 ? 'weak' : whole < 80 ? 'fair' : 'strong'};
}

/** The same character again, or the next or previous of a run. */
function isForeseeable(next: string, previous: string): boolean {
	return previous !== '' && Math.abs((next.codePointAt(0) ?? 0) - (previous.codePointAt(0) ?? 0)) <= 1;
}

/** How many characters a guesser must try at each place, by the kinds of characters that occur. */
function poolSize(password: string): number {
	const kinds: readonly (readonly [RegExp, number])[] = [
		[/[a-z]/, 26],
		[/[A-Z]/, 26],
		[/[0-9]/, 10],
		[/[ -/:-@[-`{-~]/, 33],
		[/[^ -~]/, 100],
	];
	return kinds.reduce((size, [kind, count]) => size + (kind.test(password) ? count : 0), 0);
}
