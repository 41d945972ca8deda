// Takes Node's built-in modules at run time by process.getBuiltinModule instead of by import: the program starts faster.
//
// To import `node:process` or `node:util`, Node evaluates every one of their properties, the standard streams and
// worker threads among them: 5 ms each, where an empty program starts in 30. Here only what is used is looked at.
import {execFileSync} from 'node:child_process';
import {isBuiltin} from 'node:module';
import process from 'node:process';

/** Prints the names that every built-in module exports: `{"fs": ["appendFile", …], …}`. */
const listNames = `
	const {builtinModules} = require('node:module');
	const names = builtinModules.map(name => [name, Object.keys(require(name))]);
	process.stdout.write(JSON.stringify(Object.fromEntries(names)));`;

/** The esbuild plugin. */
export const builtinsByCall = {
	name: 'builtins-by-call',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^[a-z]/}, ({path, kind}) => {
			if (!isBuiltin(path)) return null;
			return {path, namespace: kind === 'require-call' ? 'required-builtin' : 'imported-builtin'};
		});
		// In a process of its own: what runs this build may have added to `process`, and the bundle must not depend on it.
		const output = execFileSync(process.execPath, ['--no-warnings', '--eval', listNames]);
		const names = JSON.parse(output.toString());
		onLoad({filter: /.*/, namespace: 'required-builtin'}, ({path}) => ({
			contents: `module.exports = ${call(path)}`,
		}));
		onLoad({filter: /.*/, namespace: 'imported-builtin'}, ({path}) => ({
			contents: exportsOf(path, names[path] ?? names[path.replace('node:', '')]),
		}));
	},
};

function call(path) {
	return `process.getBuiltinModule(${JSON.stringify(path)});`;
}

/** A module with every export of the built-in one; esbuild leaves out those that nobody imports. */
function exportsOf(path, names) {
	const lines = names
		.filter(name => name !== 'default')
		.map((name, index) => {
			const value = `const name${index} = /* @__PURE__ */ (() => builtin[${JSON.stringify(name)}])();`;
			return `${value} export {name${index} as ${JSON.stringify(name)}};`;
		});
	return [`const builtin = /* @__PURE__ */ ${call(path)}`, 'export default builtin;', ...lines].join('\n');
}
