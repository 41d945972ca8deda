// The two files of node-forge that we use, typed as we use them: @types/node-forge does not cover deep imports.

declare module 'node-forge/lib/asn1.js' {
	/** One element; `value` holds the children, or the content with one byte per character (BMPString: UTF-16). */
	type Asn1 = {
		readonly tagClass: number;
		readonly type: number;
		readonly constructed: boolean;
		readonly value: string | readonly Asn1[];
	};
	type ByteBuffer = {readonly getBytes: () => string};
	const asn1: {
		readonly create: (
			tagClass: number,
			type: number,
			constructed: boolean,
			value: string | readonly Asn1[],
		) => Asn1;
		readonly toDer: (value: Asn1) => ByteBuffer;
		readonly fromDer: (
			bytes: string,
			options: {readonly decodeBitStrings: boolean; readonly maxDepth: number},
		) => Asn1;
	};
	export = asn1;
}

declare module 'node-forge/lib/rc2.js' {
	type ByteBuffer = {readonly getBytes: () => string};
	type Cipher = {
		readonly start: (iv: string) => void;
		readonly update: (input: object) => void;
		readonly finish: (pad: () => boolean) => boolean;
		readonly output: ByteBuffer;
	};
	const rc2: {
		readonly createDecryptionCipher: (key: string, effectiveKeyBits: number) => Cipher;
	};
	export = rc2;
}

declare module 'node-forge/lib/util.js' {
	const util: {readonly createBuffer: (bytes: string) => object};
	export = util;
}
