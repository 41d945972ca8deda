// Bytes of a file of any kind → what is in it: DER, PEM with text around it, base64 alone.
import {error, type Problem, ProblemError} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {elementBudget} from './budget.js';
import {type ContainedKey, type Content, emptyContent, mostCertificates, mostKeys} from './container.js';
import {damaged, notSupported, problemOf} from './failure.js';
import {firstElement} from './first-element.js';
import {
	type Attributes,
	iterationsOf,
	type PartOptions,
	type ReadOptions,
	readPart,
	refuseWork,
} from './part.js';
import {type PemBlock, readPem} from './pem.js';
import {outlineDekInfo, readDekInfoKey} from './private-key.js';
import {strangerProblem} from './strangers.js';
import {bytesFromBase64, textFromBytes} from './text.js';

/** Whoever reads a file for `readContent` reads no more of it: all certificates of a company are less. */
export const mostFileBytes = 10 * 1_048_576;

/** Certificates, their keys, and what openssl writes beside them. */
const mostBlocks = 2 * mostCertificates;

const noAttributes: Attributes = {friendlyName: null, provider: null};

/**
 * Reads a file. Rejects with ProblemError (without a place) when it is nothing that we read, damaged, not supported,
 * asks for too much work, or when the password is wrong; of several blocks of PEM, the good ones are kept.
 */
export async function readContent(bytes: Uint8Array, options: ReadOptions): Promise<Content> {
	try {
		const content = await readWrapped(bytes, {...options, spend: elementBudget()});
		refuseCrowds(content);
		return content;
	} catch (failure) {
		throw new ProblemError(problemOf(failure));
	}
}

async function readWrapped(bytes: Uint8Array, options: PartOptions): Promise<Content> {
	const text = textFromBytes(bytes);
	if (text !== null) {
		const blocks = readPem(text, mostBlocks + 1);
		if (blocks.length > 0) return readBlocks(blocks, options);
		const decoded = bytesFromBase64(text);
		const content = decoded?.[0] === 0x30 ? await readDer(decoded, options) : null;
		if (content !== null) return {...content, wrapping: 'text'};
	}
	const content = bytes[0] === 0x30 && !isWords(text) ? await readDer(bytes, options) : null;
	if (content === null) throw new ProblemError(strangerProblem(bytes));
	return content;
}

/** `0` is how every DER file begins, and some texts do too. */
function isWords(text: string | null): boolean {
	return text !== null && /^[\t\n\r\x20-\x7e]*$/.test(text.slice(0, 64));
}

function readDer(bytes: Uint8Array, options: PartOptions): Promise<Content | null> {
	return readPart(firstElement(bytes), noAttributes, options);
}

/** Of each block, what is in it or what is wrong with it. */
async function readBlocks(blocks: readonly PemBlock[], options: PartOptions): Promise<Content> {
	if (blocks.length > mostBlocks) throw tooMany(`more than ${mostBlocks} blocks of PEM`);
	if (options.password !== null) refuseWork(await workOf(blocks));
	const parts: Content[] = [];
	const problems: Problem[] = [];
	for (const [index, block] of blocks.entries()) {
		try {
			parts.push(await readBlock(block, options));
		} catch (failure) {
			const problem = problemOf(failure);
			if (problem.code === 'file-too-much-work') throw failure;
			const place = blocks.length === 1 ? '' : `block ${index + 1} (${block.label}): `;
			problems.push({...problem, message: `${place}${problem.message}`});
		}
	}
	const wrong = problems.find(({code}) => code === 'password-wrong');
	const someFit = parts.some(({encryption}) => encryption.length > 0);
	if (wrong !== undefined && !someFit) throw new ProblemError({...wrong, message: 'the password is wrong'});
	const [only] = parts;
	if (only === undefined) throw new ProblemError(...problems);
	return {
		format: blocks.length === 1 ? only.format : 'pem',
		wrapping: 'pem',
		certificates: parts.flatMap(part => part.certificates),
		keys: parts.flatMap(part => part.keys),
		requests: parts.flatMap(part => part.requests),
		publicKeys: parts.flatMap(part => part.publicKeys),
		encryption: parts.flatMap(part => part.encryption),
		mac: parts.find(part => part.mac !== null)?.mac ?? null,
		locked: parts.some(part => part.locked),
		skipped: parts.flatMap(part => part.skipped),
		problems: [...parts.flatMap(part => part.problems), ...problems],
	};
}

/** Iterations that opening all blocks takes: each may be within the limit, and hundreds of them are not. */
async function workOf(blocks: readonly PemBlock[]): Promise<number> {
	const spend = elementBudget();
	let sum = 0;
	for (const block of blocks)
		try {
			sum += iterationsOf(await readBlock(block, {password: null, spend}));
		} catch (failure) {
			// What else is wrong with a block is said when it is read.
			if (problemOf(failure).code === 'file-too-much-work') throw failure;
		}
	return sum;
}

async function readBlock(block: PemBlock, options: PartOptions): Promise<Content> {
	const {label, bytes, dekInfo, friendlyName, provider} = block;
	if (bytes === null) throw damaged(`the text between BEGIN and END ${label}`);
	if (label === 'OPENSSH PRIVATE KEY')
		throw notSupported("OpenSSH's own format of a private key", 'ssh-keygen -p -m PKCS8 -f FILE');
	if (dekInfo !== null) {
		const privateKey =
			options.password === null ? null : readDekInfoKey(label, dekInfo, bytes, options.password);
		const encryption = outlineDekInfo(dekInfo);
		return keyContent({privateKey, friendlyName, provider, encryption});
	}
	// Windows' `certutil -encode` writes CERTIFICATE around anything: the label is not asked.
	const part =
		bytes[0] === 0x30 ? await readPart(firstElement(bytes), {friendlyName, provider}, options) : null;
	return part ?? {...keyContent(null), skipped: [quoted(label)]};
}

function keyContent(key: ContainedKey | null): Content {
	return {
		...emptyContent,
		format: 'private-key',
		wrapping: 'pem',
		keys: key === null ? [] : [key],
		encryption: key?.encryption == null ? [] : [key.encryption],
		locked: key?.encryption != null && key.privateKey === null,
	};
}

function refuseCrowds({certificates, keys}: Content): void {
	if (certificates.length > mostCertificates) throw tooMany(`${certificates.length} certificates`);
	if (keys.length > mostKeys) throw tooMany(`${keys.length} private keys`);
}

function tooMany(what: string): ProblemError {
	const limit = `${mostCertificates} certificates and ${mostKeys} keys are the limit`;
	return new ProblemError(error('file-too-much-work', `the file holds ${what}, and ${limit}`));
}
