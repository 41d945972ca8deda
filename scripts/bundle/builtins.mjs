// Takes Node's built-in modules at run time by process.getBuiltinModule instead of by import: the program starts faster.
//
// To import `node:process` or `node:util`, Node evaluates every one of their properties, the standard streams and
// worker threads among them: 5 ms each, where an empty program starts in 30. Here only what is used is looked at.
import {createRequire, isBuiltin} from 'node:module';

const require = createRequire(import.meta.url);

/** The esbuild plugin. */
export const builtinsByCall = {
	name: 'builtins-by-call',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^[a-z]/}, ({path, kind}) => {
			if (!isBuiltin(path)) return null;
			return {path, namespace: kind === 'require-call' ? 'required-builtin' : 'imported-builtin'};
		});
		onLoad({filter: /.*/, namespace: 'required-builtin'}, ({path}) => ({
			contents: `module.exports = ${call(path)}`,
		}));
		onLoad({filter: /.*/, namespace: 'imported-builtin'}, ({path}) => ({contents: exportsOf(path)}));
	},
};

function call(path) {
	return `process.getBuiltinModule(${JSON.stringify(path)});`;
}

/** A module with every export of the built-in one; esbuild leaves out those that nobody imports. */
function exportsOf(path) {
	const names = Object.keys(require(path)).filter(name => name !== 'default');
	const lines = names.map((name, index) => [
		`const name${index} = /* @__PURE__ */ (() => builtin[${JSON.stringify(name)}])();`,
		`export {name${index} as ${JSON.stringify(name)}};`,
	]);
	return [`const builtin = /* @__PURE__ */ ${call(path)}`, 'export default builtin;', ...lines.flat()].join(
		'\n',
	);
}
