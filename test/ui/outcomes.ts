// What `generate` would say of the certificates that a session has prepared.
import type {Certificate} from '../../source/certificate/certificate.js';
import type {Outcome} from '../../source/generate.js';
import type {Problem} from '../../source/problem/problem.js';
import type {Session} from './session.js';

/** The outcome of the certificate at `index`; the thumbprint of one that was made repeats its number. */
export function outcomeOf(
	session: Session,
	index: number,
	status: Outcome['status'],
	problems: readonly Problem[] = [],
): Outcome {
	const {job} = session.state();
	const draft = job?.drafts[index];
	const plan = draft?.outlook.plan ?? null;
	if (job === null || draft === undefined || plan === null) throw new Error('nothing is prepared');
	const files = plan.outputs.map(output => ({
		output,
		path: `/certs/${plan.fileName}.${output}`,
		exists: false,
	}));
	const isMade = status === 'created';
	const thumbprint = `A${index}`.repeat(20);
	const certificate = {thumbprint, sha256: `B${index}`.repeat(32)} as unknown as Certificate;
	return {
		status,
		prepared: {plan, request: {entry: draft.entry, profile: job.profile}, server: null, files},
		certificate: isMade ? certificate : null,
		files: isMade ? files.map(each => each.path) : [],
		proof: isMade ? [{check: 'opens with its password', ok: true, detail: null}] : [],
		problems,
	};
}
