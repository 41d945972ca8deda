// Looks at a server that somebody named: what `check` says of it.
import type {Certificate} from '../../certificate/certificate.js';
import {formatEndpoint} from '../../connect/endpoint.js';
import {presented} from '../../connect/presented.js';
import {arrange} from '../../container/arrange.js';
import {emptyContent} from '../../container/container.js';
import {findingsOf} from '../../container/findings.js';
import {coversAnswer, datesAnswer} from '../../look/certificate-answers.js';
import {type InspectedPart, inspectedParts} from '../../look/inspected-parts.js';
import {readPresented} from '../../look/read-presented.js';
import {connectionAnswers, trustAnswer} from '../../look/server-answers.js';
import type {ServerTarget} from '../../look/target.js';
import {withResolver} from '../../look/with-resolver.js';
import {error} from '../../problem/problem.js';
import {type Found, refused, seen} from './looked.js';
import type {Services} from './services.js';

const timeoutMs = 8000;

/** Asks a server for its certificates, and says what `check` says. Rejects only when aborted. */
export async function lookAtServer(
	{cwd, machine, systemStore}: Services,
	target: ServerTarget,
	signal: AbortSignal,
): Promise<Found> {
	const {endpoint} = target;
	const name = formatEndpoint(endpoint);
	const store = await systemStore();
	const found = await withResolver(resolve => presented(endpoint, {timeoutMs, resolve, store, signal}));
	const {certificates, failure} = readPresented(found);
	const [certificate] = certificates;
	if (certificate === undefined)
		return refused([error('no-certificate', `${name} ${failure?.message ?? 'presents no certificate'}`)]);
	const now = machine.now();
	const answers = [
		...connectionAnswers(found, certificates, failure),
		coversAnswer(certificate, endpoint.host),
		...trustAnswer(found, false),
		datesAnswer(certificate, now, null),
	];
	const choice = {name, certificate, hasKey: false, isIssuer: false, pfx: null};
	const parts = chainParts(certificates, now);
	const {address} = found;
	const about = {target, name, answers, parts, choices: [choice], chosen: 0, address, keys: null};
	return seen({...about, folder: cwd, now});
}

/** Each certificate as in a file; what only a file has is left out. */
function chainParts(chain: readonly Certificate[], now: Date): InspectedPart[] {
	const certificates = chain.map(({der}) => ({der, friendlyName: null}));
	const container = arrange({...emptyContent, certificates});
	const findings = findingsOf(container, {now, kind: null, password: null});
	const parts = inspectedParts('', {path: '', container, findings, kind: null});
	const isOfFile = (label: string) => label === 'Private key' || label === 'Signed by';
	return parts.slice(1).map(part => ({
		...part,
		details: part.details.filter(({label}) => !isOfFile(label)),
	}));
}
