// What the administrator does after the files are there, by kind and by what was written; never a password.
import type {CertificatePlan} from '../plan/plan.js';
import {quoted} from '../problem/visible.js';
import type {Output} from '../profile/profile.js';
import {posixFile, windowsFile} from './shell-quote.js';

export type Step = {
	readonly title: string;
	/** A sentence or two. */
	readonly text?: string;
	/** To be copied; several lines are one after the other. */
	readonly command?: string;
};

/** Absolute paths of what was written. */
export type WrittenFiles = Readonly<Partial<Record<Output, string>>>;

function installerStep(kind: CertificatePlan['kind'], pfx: string): Step {
	const asked = `The SafeQ installer asks for ${quoted(pfx)} and its password.`;
	return kind === 'signing'
		? {
				title: 'Install this same file on every Job Service of the group',
				text: `${asked} Do not make it again on another server: tokens are refused after a fail-over when one Job Service has another signing certificate.`,
			}
		: {title: 'Give the PFX to the SafeQ installer', text: asked};
}

function importPfxStep(pfx: string): Step {
	return {
		title: 'Or install it by hand (elevated PowerShell on the server)',
		command: [
			"$pw = Read-Host 'PFX password' -AsSecureString",
			`Import-PfxCertificate -FilePath ${windowsFile(pfx)} -CertStoreLocation Cert:\\LocalMachine\\My -Password $pw`,
		].join('\n'),
	};
}

/** Import-Certificate is documented for .cer; certutil reads PEM as well. */
function trustOnWindows(files: WrittenFiles): Step | null {
	const title = 'Trust it on a Windows client (elevated PowerShell, public part only)';
	const {cer, pem, pfx} = files;
	if (cer !== undefined)
		return {
			title,
			command: `Import-Certificate -FilePath ${windowsFile(cer)} -CertStoreLocation Cert:\\LocalMachine\\Root`,
		};
	if (pem !== undefined) return {title, command: `certutil -addstore Root ${windowsFile(pem)}`};
	if (pfx === undefined) return null;
	const exported = pfx.replace(/\.pfx$/i, '.cer');
	return {
		title,
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
			text: 'Computer Configuration > Policies > Windows Settings > Security Settings > Public Key Policies > Trusted Root Certification Authorities > Import',
		},
		...(publicFile === undefined
			? []
			: [
					{
						title: 'Trust it on a Mac',
						command: `sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ${posixFile(publicFile)}`,
					},
				]),
	];
}

/** The steps after a run, in the order in which they are done. */
export function nextSteps(plan: Pick<CertificatePlan, 'kind'>, files: WrittenFiles): Step[] {
	const {pfx} = files;
	const publicFile = files.cer ?? files.pem;
	const steps: Step[] = pfx === undefined ? [] : [installerStep(plan.kind, pfx), importPfxStep(pfx)];
	if (plan.kind === 'ssl') steps.push(...trustSteps(files));
	else if (publicFile !== undefined)
		steps.push({
			title: 'Keep the certificate to compare thumbprints',
			text: `${quoted(publicFile)} does not belong into the Root store: no client has to trust a signing certificate.`,
		});
	if (pfx !== undefined)
		steps.push({
			title: 'Leave no PFX in the service folders of SafeQ',
			text: "SafeQ's log collector picks up .pfx files from there by default.",
		});
	return steps;
}
