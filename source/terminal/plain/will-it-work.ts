// "Will it work for …?": whether the certificate holds for an address, and the entry that is missing for it.
import {coverage} from '../../plan/covers.js';
import {parseGeneralName, writtenName} from '../../plan/general-name.js';
import {visible} from '../../problem/visible.js';
import {confirm, type Questions} from './questions.js';

/** What is tested: the names as they stand, and the CN, which does not count but is asked about. */
export type Tested = {readonly names: readonly string[]; readonly commonName: string | null};

/** Asks for addresses until there are no more; the names, with those that were missing and are wanted. */
export async function testAddresses(questions: Questions, tested: Tested): Promise<readonly string[]> {
	let {names} = tested;
	for (;;) {
		const address = await questions.ask({
			message: 'Will it work for which address? (Enter: no more)',
		});
		const pasted = questions.takePasted();
		const addresses = [address, ...pasted].map(each => each.trim()).filter(each => each !== '');
		if (addresses.length === 0) return names;
		for (const each of addresses) names = await testAddress(questions, {...tested, names}, each);
	}
}

/** Says whether it will work for this address, and why not; the names, with the missing one when it is wanted. */
export async function testAddress(
	questions: Questions,
	{names, commonName}: Tested,
	address: string,
): Promise<readonly string[]> {
	const known = names.flatMap(each => parseGeneralName(each).value ?? []);
	const answer = coverage(address, known, commonName);
	if ('coveredBy' in answer) {
		await questions.explain(`  yes, ${visible(answer.coveredBy.value)} covers it\n`);
		return names;
	}
	await questions.explain(`  x no: ${visible(answer.reason)}\n`);
	if (answer.add === null) return names;
	const missing = writtenName(answer.add);
	return (await confirm(questions, `Add ${missing}?`, true)) ? [...names, missing] : names;
}
