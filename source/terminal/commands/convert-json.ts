// What `convert` says to programs, as profiles/convert.schema.json describes it.
import {kindOf} from '../../container/kind.js';
import type {ConversionJson} from '../../describe/conversion-definition.js';
import {containerJson} from '../../describe/inspection-json.js';
import {problemJson} from '../../describe/report-json.js';
import {seenCertificateJson} from '../../describe/seen-json.js';
import {sortProblems} from '../../problem/format.js';
import type {Problem} from '../../problem/problem.js';
import type {Conversion} from './convert-run.js';

/** The whole object; null when nothing was made. */
export function conversionJson(conversion: Conversion | null, problems: readonly Problem[]): ConversionJson {
	return {
		schemaVersion: 1,
		certificates: conversion === null ? [] : certificatesOf(conversion),
		files: [...(conversion?.converted.files ?? [])],
		proof: (conversion?.converted.proof ?? []).map(({check, ok}) => ({check, ok})),
		problems: sortProblems(problems).map(problemJson),
	};
}

function certificatesOf({selection, converted, friendlyName}: Conversion) {
	const {certificate, privateKey, chain} = selection;
	const {files, proof, first} = converted;
	if (certificate === null || first === null) return [];
	const all = [certificate, ...chain];
	const issuer = all.find(({subjectDer}) => Buffer.compare(subjectDer, certificate.issuerDer) === 0);
	const contained = {certificate, friendlyName, key: privateKey === null ? null : 0, issuer: null};
	return [
		{
			status: files.length > 0 ? ('created' as const) : ('failed' as const),
			kind: kindOf(contained, null),
			friendlyName: friendlyName === '' ? null : friendlyName,
			...seenCertificateJson(certificate),
			files: [...files],
			proof: proof.map(({check, ok}) => ({check, ok})),
			hasPrivateKey: privateKey !== null,
			issuedBy: issuer?.thumbprint ?? null,
			container: containerJson(first),
			findings: [],
		},
	];
}
