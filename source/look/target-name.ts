// How a target is called in reports.
import {formatEndpoint} from '../connect/endpoint.js';
import type {Target} from './target.js';

/** A file as given, a server with its port. */
export function targetName(target: Target): string {
	return target.type === 'file' ? target.text : formatEndpoint(target.endpoint);
}
