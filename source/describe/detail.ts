// One line of the Windows "Details" tab: the shape in which every screen and report shows a certificate.

/** What MMC tells apart by its icons: V1 fields, extensions, critical extensions, properties outside the certificate. */
export type DetailGroup = 'field' | 'extension' | 'critical extension' | 'property';

export type Detail = {
	/** Windows' own word for the field. */
	readonly label: string;
	/** One line, or one array element for each; control characters are visible already. */
	readonly value: string | readonly string[];
	readonly group: DetailGroup;
};

/** What stands where a plan cannot know the value yet. */
export const madeWhenWritten = 'made when written';
