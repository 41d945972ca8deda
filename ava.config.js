// How the tests run; SAFEQ_FOREIGN=off leaves out those that need openssl, keytool, certtool, pk12util or Python.
import process from 'node:process';

const isForeignOff = process.env.SAFEQ_FOREIGN === 'off';
if (isForeignOff) process.stderr.write('SAFEQ_FOREIGN=off: the tests with foreign verifiers are not run\n');

export default {
	files: [
		'dist/test/**/*.test.js',
		...(isForeignOff ? ['!dist/test/interop/**', '!dist/test/**/*.foreign.test.js'] : []),
	],
	workerThreads: false,
	timeout: '3m',
};
