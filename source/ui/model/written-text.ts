// Values that a profile may write as a mapping, as the one text that a field shows.
import {defaultPeriod} from '../../plan/defaults.js';
import {
	type ProfileEntry,
	type SubjectKey,
	type SubjectMapping,
	subjectKeys,
	type ValidityMapping,
} from '../../profile/profile.js';

const shortNames: Readonly<Record<SubjectKey, string>> = {
	countryName: 'C',
	domainComponent: 'DC',
	stateOrProvinceName: 'ST',
	localityName: 'L',
	organizationName: 'O',
	organizationalUnitName: 'OU',
	commonName: 'CN',
	emailAddress: 'emailAddress',
};

/** A subject as RFC 4514 text, most specific part first; `''` when there is none. */
export function subjectText(subject: string | SubjectMapping | undefined): string {
	if (subject === undefined || typeof subject === 'string') return subject ?? '';
	const escaped = (value: string) => value.replace(/[,+"\\<>;=]|^[ #]| $/g, '\\$&');
	return subjectKeys
		.flatMap(key => (subject[key] ?? []).map(({value}) => `${shortNames[key]}=${escaped(value)}`))
		.reverse()
		.join(', ');
}

/** The validity as text; the default of the kind when none is written. */
export function validityText({validity, kind}: ProfileEntry): string {
	if (validity === undefined) {
		const {count, unit} = defaultPeriod(kind?.value ?? 'ssl');
		return `${count} ${unit}`;
	}
	if (typeof validity.value === 'string') return validity.value;
	const {notBefore, notAfter} = validity.value;
	if (notBefore === undefined) return `until ${notAfter?.value ?? ''}`;
	return `${notBefore.value} to ${notAfter?.value ?? ''}`;
}

/** What was typed as validity: a period stays text, `until DATE`, `DATE to DATE` and a bare date become dates. */
export function writtenValidity(text: string): string | ValidityMapping {
	const [, notBefore, notAfter] = /^(?:(\d{4}\S*)\s+to\s+|until\s+)?(\d{4}-\S*)$/i.exec(text.trim()) ?? [];
	if (notAfter === undefined) return text.trim();
	const date = (value: string) => ({value, place: null});
	return {
		...(notBefore === undefined ? {} : {notBefore: date(notBefore)}),
		notAfter: date(notAfter),
	};
}
