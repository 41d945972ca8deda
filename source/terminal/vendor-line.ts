// The vendor's own command line, `-Subject … -FriendlyName … -Password … -SubjectAlternativeNames …`, in our options.
import {optionRows} from './options.js';

const vendorNames = ['subject', 'friendlyname', 'password', 'subjectalternativenames'] as const;
type VendorName = (typeof vendorNames)[number];

const ourNames: Readonly<Record<VendorName, string>> = {
	subject: '--subject',
	friendlyname: '--friendly-name',
	password: '--password',
	subjectalternativenames: '--san',
};

/** PowerShell takes the dashes that text processors make of a hyphen for one. */
const startsOption = (arg: string | undefined): boolean => arg !== undefined && /^[-\u2013-\u2015]/.test(arg);

function vendorArgument(arg: string): {name: VendorName; value: string | null} | null {
	const [, word = '', value = null] = /^[-\u2013-\u2015]([a-z]+)(?::(.*))?$/is.exec(arg) ?? [];
	const name = vendorNames.find(each => each === word.toLowerCase());
	return name === undefined ? null : {name, value: value === '' ? null : value};
}

/** An option where a value should be: that was forgotten, not meant, and the parser reports it. */
function isOption(arg: string): boolean {
	return vendorArgument(arg) !== null || optionRows.some(({name}) => arg === `--${name}`);
}

/** As the vendor spells them, for suggestions. */
export const vendorSpellings = [
	'-Subject',
	'-FriendlyName',
	'-Password',
	'-SubjectAlternativeNames',
] as const;

export type TranslatedLine = {
	readonly args: readonly string[];
	/** True when at least one of the vendor's arguments was there. */
	readonly isVendorLine: boolean;
};

/**
 * Turns the vendor script's arguments into ours and leaves all others alone. Names are compared without case;
 * `-Name:value` is PowerShell's other way to write one. The values of `-SubjectAlternativeNames` end at the next
 * option, because PowerShell delivers `"a", "b"` as `a` `b`, and other shells as `a,` `b`.
 */
export function translateVendorLine(args: readonly string[]): TranslatedLine {
	const translated: string[] = [];
	let isVendorLine = false;
	let inNames = false;
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? '';
		const found = vendorArgument(arg);
		if (found === null) {
			inNames &&= !startsOption(arg);
			translated.push(inNames ? `--san=${arg}` : arg);
			continue;
		}
		isVendorLine = true;
		inNames = found.name === 'subjectalternativenames';
		const option = ourNames[found.name];
		if (found.value !== null) translated.push(`${option}=${found.value}`);
		else if (!inNames) {
			const next = args[index + 1];
			if (next === undefined || isOption(next)) translated.push(`${option}=`);
			else {
				translated.push(`${option}=${next}`);
				index++;
			}
		} else if (args[index + 1] === undefined || startsOption(args[index + 1])) translated.push(`${option}=`);
	}
	return {args: translated, isVendorLine};
}
