// The password, twice: hidden unless somebody asked to see it, with its strength beside it.
import {estimateStrength} from '../../machine/estimate-strength.js';
import type {Stop} from '../model/certificate.js';
import type {PasswordChoice} from '../model/job.js';
import {passwordOff} from '../model/update-password.js';
import type {Drawn} from '../parts/drawn.js';
import {type FieldLook, textField} from '../parts/field.js';
import {type Span, span} from '../parts/line.js';
import {signs} from '../theme.js';

/** The two lines of the password: hidden unless somebody asked to see them. */
export function drawPassword(
	stop: Stop,
	password: PasswordChoice,
	look: FieldLook,
	whenEmpty = '(generated, and shown once; or type one)',
): Drawn {
	const line = stop === 'again' ? password.again : password.typed;
	return textField({
		...look,
		buffer: line.buffer(),
		empty: stop === 'again' ? '(the same once more)' : whenEmpty,
		aside: passwordAside(stop, password),
		isAsideAtEdge: false,
		mask: password.isShown ? null : signs.hidden,
	});
}

function passwordAside(stop: Stop, password: PasswordChoice): Span[] {
	if (password.typed.isEmpty) return [];
	if (stop === 'password') {
		const {level} = estimateStrength(password.typed.reveal());
		return [span(level, level === 'weak' ? 'warning' : 'dim')];
	}
	const why = passwordOff(password);
	if (why === null) return [span('the same', 'dim')];
	return password.again.isEmpty ? [] : [span('differs', 'warning')];
}
