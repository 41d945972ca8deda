// What the administrator does after the files are there, by kind and by what was written; never a password.
import type {CertificatePlan} from '../plan/plan.js';
import {quoted} from '../problem/visible.js';
import type {Output} from '../profile/profile.js';
import {posixFile, windowsFile} from './shell-quote.js';

export type Step = {
	readonly title: string;
	/** In which shell, on which computer; null where it does not matter. */
	readonly where: string | null;
	/** A sentence or two. */
	readonly text?: string;
	/** To be copied; several lines are one after the other. */
	readonly command?: string;
};

/** What the steps depend on. */
export type PlanOfSteps = Pick<CertificatePlan, 'kind' | 'subjectAlternativeNames'>;

/** The title with the place behind it. */
export function stepTitle({title, where}: Pick<Step, 'title' | 'where'>): string {
	return where === null ? title : `${title} (${where})`;
}

/** Absolute paths of what was written. */
export type WrittenFiles = Readonly<Partial<Record<Output, string>>>;

function installerStep(kind: CertificatePlan['kind'], pfx: string): Step {
	const asked = `The SafeQ installer asks for ${quoted(pfx)} and its password.`;
	return kind === 'signing'
		? {
				title: 'Install this same file on every Job Service of the group',
				where: null,
				text: `${asked} Do not make it again on another server: tokens are refused after a fail-over when one Job Service has another signing certificate.`,
			}
		: {title: 'Give the PFX to the SafeQ installer', where: null, text: asked};
}

function importPfxStep(plan: PlanOfSteps, pfx: string): Step {
	const computer = plan.kind === 'signing' ? 'every Job Service' : (serverOf(plan) ?? 'the server');
	return {
		title: 'Or install it by hand',
		where: `elevated PowerShell on ${computer}`,
		command: [
			"$pw = Read-Host 'PFX password' -AsSecureString",
			`Import-PfxCertificate -FilePath ${windowsFile(pfx)} -CertStoreLocation Cert:\\LocalMachine\\My -Password $pw`,
		].join('\n'),
	};
}

/** The first name of the SAN that is one computer's. */
function serverOf({subjectAlternativeNames}: PlanOfSteps): string | null {
	const first = subjectAlternativeNames.find(({type, value}) => type === 'dns' && !value.startsWith('*'));
	return first?.value ?? null;
}

/** Import-Certificate is documented for .cer; certutil reads PEM as well. */
function trustOnWindows(files: WrittenFiles): Step | null {
	const title = 'Trust it on a Windows client';
	const where = 'elevated PowerShell, public part only';
	const {cer, pem, pfx} = files;
	if (cer !== undefined)
		return {
			title,
			where,
			command: `Import-Certificate -FilePath ${windowsFile(cer)} -CertStoreLocation Cert:\\LocalMachine\\Root`,
		};
	if (pem !== undefined) return {title, where, command: `certutil -addstore Root ${windowsFile(pem)}`};
	if (pfx === undefined) return null;
	const exported = pfx.replace(/\.pfx$/i, '.cer');
	return {
		title,
		where,
		text: 'Only the PFX was written; clients get the certificate without its key.',
		command: [
			`Get-PfxCertificate -LiteralPath ${windowsFile(pfx)} | Export-Certificate -FilePath ${windowsFile(exported)}`,
			`Import-Certificate -FilePath ${windowsFile(exported)} -CertStoreLocation Cert:\\LocalMachine\\Root`,
		].join('\n'),
	};
}

function trustSteps(files: WrittenFiles): Step[] {
	const onWindows = trustOnWindows(files);
	const publicFile = files.cer ?? files.pem;
	return [
		...(onWindows === null ? [] : [onWindows]),
		{
			title: 'Trust it on all clients by Group Policy',
			where: null,
			text: 'Computer Configuration > Policies > Windows Settings > Security Settings > Public Key Policies > Trusted Root Certification Authorities > Import',
		},
		...(publicFile === undefined
			? []
			: [
					{
						title: 'Trust it on a Mac',
						where: null,
						command: `sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ${posixFile(publicFile)}`,
					},
				]),
	];
}

/** The steps after a run, in the order in which they are done. */
export function nextSteps(plan: PlanOfSteps, files: WrittenFiles): Step[] {
	const {pfx} = files;
	const publicFile = files.cer ?? files.pem;
	const steps: Step[] = pfx === undefined ? [] : [installerStep(plan.kind, pfx), importPfxStep(plan, pfx)];
	if (plan.kind === 'ssl') steps.push(...trustSteps(files));
	else if (publicFile !== undefined)
		steps.push({
			title: 'Keep the certificate to compare thumbprints',
			where: null,
			text: `${quoted(publicFile)} does not belong into the Root store: no client has to trust a signing certificate.`,
		});
	if (pfx !== undefined)
		steps.push({
			title: 'Leave no PFX in the service folders of SafeQ',
			where: null,
			text: "SafeQ's log collector picks up .pfx files from there by default.",
		});
	return steps;
}
