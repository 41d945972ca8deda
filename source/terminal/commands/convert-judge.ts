// What speaks against a conversion before anybody is asked for a password and anything is written.
import {factsOfCertificate} from '../../certificate/facts.js';
import type {Selection} from '../../container/select.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {checkRules} from '../../plan/rules/check.js';
import type {CertificateFacts} from '../../plan/rules/facts.js';
import type {Problem} from '../../problem/problem.js';
import {inTheWay, type Source} from './convert-in-the-way.js';
import {leftOut} from './convert-left-out.js';
import {missingFor} from './convert-missing.js';
import type {ConversionPlan, Found} from './convert-plan.js';

/** What is missing or would be left out, what the rules say about a PFX, what is in the way, and an unwanted folder. */
export async function judgeConversion(
	plan: ConversionPlan,
	{container, selection}: Found,
	sources: readonly Source[],
	{now, platform}: {readonly now: Date; readonly platform: NodeJS.Platform},
): Promise<Problem[]> {
	const {outputs, targets, folder, overwrite, makesPfx, makesKey} = plan;
	const missing = missingFor(outputs, selection, sources);
	const unwanted = makesPfx || makesKey ? unwantedFolder(folder, platform) : null;
	return [
		...(missing.length > 0 ? missing : leftOut(container, selection, outputs)),
		...(makesPfx ? rulesFor(selection, plan, now) : []),
		...(await inTheWay(targets, sources, selection, overwrite)),
		...(unwanted === null ? [] : [unwanted]),
	];
}

/** What the rules say about the PFX; the certificate is as it is. */
function rulesFor(
	{certificate}: Selection,
	{friendlyName, provider, iterations}: ConversionPlan,
	now: Date,
): Problem[] {
	if (certificate === null) return [];
	const facts = {...factsOfCertificate(certificate), friendlyName, pfx: {iterations, provider}};
	const judged: readonly (keyof CertificateFacts)[] = ['kind', 'friendlyName', 'pfx', 'key', 'cA'];
	const all: readonly string[] = Object.keys(facts);
	const unknown = all.filter((each): each is keyof CertificateFacts => !judged.some(fact => fact === each));
	// An old or strange key may have its use elsewhere: it is there already.
	return checkRules(facts, {now, unknown: new Set(unknown)})
		.filter(({code}) => code !== 'rsa-too-short')
		.map(each => (each.code === 'key-type-unusable' ? {...each, severity: 'warning'} : each));
}
