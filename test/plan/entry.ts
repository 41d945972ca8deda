// Builds profile entries in tests: plain values in, `Written` values without a place out.
import {emptyEntry, type Overrides, overrideEntry} from '../../source/plan/override.js';
import type {Server} from '../../source/plan/plan.js';
import type {ProfileEntry} from '../../source/profile/profile.js';

export const now = new Date('2026-11-23T10:20:30.456Z');

export const server: Server = {
	fqdn: 'srv01.company.com',
	hostname: 'srv01',
	addresses: [
		{address: '192.0.2.11', adapter: null},
		{address: '2001:db8::11', adapter: null},
	],
	isThisComputer: false,
};

/** An SSL entry that gives a plan without any problem, changed as asked. */
export function sslEntry(overrides: Overrides = {}): ProfileEntry {
	const entry = overrideEntry(emptyEntry, {
		kind: 'ssl',
		subject: 'srv01.company.com',
		friendlyName: 'YSoft SafeQ SSL',
		subjectAlternativeNames: ['srv01.company.com'],
	});
	return overrideEntry(entry, overrides);
}

/** The same for a signing entry. */
export function signingEntry(overrides: Overrides = {}): ProfileEntry {
	const entry = overrideEntry(emptyEntry, {
		kind: 'signing',
		subject: 'YSoft SafeQ',
		friendlyName: 'YSoft SafeQ Signing Certificate',
	});
	return overrideEntry(entry, overrides);
}
