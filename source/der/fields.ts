// Walks the fields of a SEQUENCE in their order, optional ones included.
import {DerError} from './der-error.js';
import {readChildren, readSequenceOf} from './read.js';
import {type DerValue, isContext, isUniversal, type UniversalName} from './value.js';

/** The fields of one SEQUENCE, each looked at once; `what` names the SEQUENCE in every error. */
export class Fields {
	readonly #fields: readonly DerValue[];
	readonly #what: string;
	#next = 0;

	/** Throws DerError when `value` is no SEQUENCE; under an IMPLICIT tag, give `tagged`. */
	constructor(value: DerValue, what: string, tagged: 'tagged' | 'universal' = 'universal') {
		this.#fields = tagged === 'tagged' ? readChildren(value, what) : readSequenceOf(value, what);
		this.#what = what;
	}

	/** The next field, which must be there. */
	next(name: string): DerValue {
		const field = this.#fields[this.#next];
		if (field === undefined) throw new DerError(`${this.#what}: ${name} is missing`);
		this.#next++;
		return field;
	}

	/** The next field when it has the context-specific tag `number`; else null. */
	context(number: number): DerValue | null {
		return this.#when(field => isContext(field, number));
	}

	/** The next field when it has this universal type; else null. */
	universal(name: UniversalName): DerValue | null {
		return this.#when(field => isUniversal(field, name));
	}

	/** The next field, whatever it is; null at the end. */
	optional(): DerValue | null {
		return this.#when(() => true);
	}

	/** Throws DerError when a field is left. */
	end(): void {
		if (this.#next < this.#fields.length) throw new DerError(`${this.#what}: more fields than expected`);
	}

	#when(matches: (field: DerValue) => boolean): DerValue | null {
		const field = this.#fields[this.#next];
		if (field === undefined || !matches(field)) return null;
		this.#next++;
		return field;
	}
}
