// The certificates of a batch as a list, with the folder and the password that they share.
import type {Stop} from './certificate.js';

export type BatchState = {
	readonly screen: 'batch';
	readonly selected: number;
	readonly stop: 'list' | Extract<Stop, 'folder' | 'password' | 'again'>;
};

export const batchState: BatchState = {screen: 'batch', selected: 0, stop: 'list'};
