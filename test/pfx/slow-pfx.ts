// A PFX that takes seconds to open, made without taking them.
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf, pfxPlan} from '../interop/our-files.js';
import {assemble, contentInfos} from './test-pfx.js';

/**
 * Two native derivations of 2,499,999 iterations, just within the limit, and no MAC. The counts are written over those
 * of a quick file, so that no password opens it; what matters is the time until that is known.
 */
export async function slowPfx(): Promise<Uint8Array> {
	const [, quick] = await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('modern', 65_536)}), 'password');
	const pfx = Buffer.from(await assemble(contentInfos(quick)));
	const [few, many] = [Buffer.from('0203010000', 'hex'), Buffer.from('020326259f', 'hex')];
	let count = 0;
	for (let at = pfx.indexOf(few); at >= 0; at = pfx.indexOf(few, at + 1)) {
		many.copy(pfx, at);
		count++;
	}
	if (count !== 2) throw new Error(`${count} counts of iterations instead of 2`);
	return pfx;
}
