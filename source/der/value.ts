// One DER element and the numbers of its tag (X.690, section 8.1.2).

/**
 * An element as node-forge holds it. `value` is the list of children of a constructed element; of a primitive one
 * the content with one byte per character, except for BMPString, where it is the text.
 */
export type DerValue = {
	readonly tagClass: number;
	/** The tag number within its class, 0 to 30. */
	readonly type: number;
	readonly constructed: boolean;
	readonly value: string | readonly DerValue[];
};

/** Bits 8 and 7 of the identifier octet. */
export const tagClass = {universal: 0x00, application: 0x40, context: 0x80, private: 0xc0} as const;

/** Universal tag numbers by the name that X.680 gives them. */
export const universalTag = {
	BOOLEAN: 1,
	INTEGER: 2,
	'BIT STRING': 3,
	'OCTET STRING': 4,
	NULL: 5,
	'OBJECT IDENTIFIER': 6,
	UTF8String: 12,
	SEQUENCE: 16,
	SET: 17,
	NumericString: 18,
	PrintableString: 19,
	TeletexString: 20,
	IA5String: 22,
	UTCTime: 23,
	GeneralizedTime: 24,
	VisibleString: 26,
	GeneralString: 27,
	UniversalString: 28,
	BMPString: 30,
} as const;

export type UniversalName = keyof typeof universalTag;

/** True when the element has this universal tag. */
export function isUniversal(value: DerValue, name: UniversalName): boolean {
	return value.tagClass === tagClass.universal && value.type === universalTag[name];
}

/** True when the element has this context-specific tag, `[number]` in the modules of the RFCs. */
export function isContext(value: DerValue, number: number): boolean {
	return value.tagClass === tagClass.context && value.type === number;
}

/** The tag in the words of the RFCs: `SEQUENCE`, `[0]`, `[APPLICATION 3]`. */
export function tagName(value: DerValue): string {
	if (value.tagClass === tagClass.context) return `[${value.type}]`;
	if (value.tagClass === tagClass.application) return `[APPLICATION ${value.type}]`;
	if (value.tagClass === tagClass.private) return `[PRIVATE ${value.type}]`;
	const known = Object.entries(universalTag).find(([, number]) => number === value.type);
	return known === undefined ? `[UNIVERSAL ${value.type}]` : known[0];
}
