// Takes Node's built-in modules at run time by process.getBuiltinModule instead of by import: the program starts faster.
//
// To import `node:process` or `node:util`, Node evaluates every one of their properties, the standard streams and
// worker threads among them: 5 ms each, where an empty program starts in 30. Here only what is used is looked at, and
// not before it is used: a file that is read with `inspect` needs no TLS, no DNS, no threads and no other program.
import {execFileSync} from 'node:child_process';
import {isBuiltin} from 'node:module';
import process from 'node:process';

/**
 * Prints what every built-in module exports, and whether it can be called: `{"fs": {"appendFile": true, …}, …}`. Not
 * those with an underscore: they are deprecated, and to load them before the public ones leaves holes in these.
 */
const listExports = `
	const {builtinModules} = require('node:module');
	const list = builtin => Object.keys(builtin).map(name => [name, typeof builtin[name] === 'function']);
	const names = builtinModules.filter(name => !name.startsWith('_'));
	const modules = names.map(name => [name, Object.fromEntries(list(require(name)))]);
	process.stdout.write(JSON.stringify(Object.fromEntries(modules)));`;

/**
 * A function or class of a built-in module that is looked up at its first use. A Proxy keeps all that a program can
 * see of it: `new`, `instanceof`, `extends`, its own properties (`util.promisify` asks for one).
 */
const lateModule = `
export function late(module, name) {
	let found;
	const find = () => (found ??= process.getBuiltinModule(module)[name]);
	const one = new Proxy(function () {}, {
		apply: (_, self, args) => Reflect.apply(find(), self, args),
		construct: (_, args, target) => Reflect.construct(find(), args, target === one ? find() : target),
		get: (_, key) => find()[key],
	});
	return one;
}`;

/**
 * Loaded with the file that imports it: Node's `X509Certificate.toLegacyObject()`, called before `node:tls` is there,
 * leaves that without `createSecureContext` for good.
 */
const neverLate = new Set(['node:tls']);

/** How a module is imported → the namespace that says what esbuild gets in its place. */
const namespaces = {
	'import-statement': 'imported-builtin',
	'dynamic-import': 'loaded-builtin',
	'require-call': 'required-builtin',
};

/** The esbuild plugin. */
export const builtinsByCall = {
	name: 'builtins-by-call',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^[a-z]/}, ({path, kind, namespace}) => {
			if (namespace === 'imported-builtin') return {path, namespace: 'builtin-value', sideEffects: false};
			if (!isBuiltin(path)) return null;
			return {path, namespace: namespaces[kind], sideEffects: false};
		});
		// In a process of its own: what runs this build may have added to `process`, and the bundle must not depend on it.
		const output = execFileSync(process.execPath, ['--no-warnings', '--eval', listExports]);
		const modules = JSON.parse(output.toString());
		onLoad({filter: /.*/, namespace: 'builtin-value'}, ({path}) => ({contents: builtinValue(path)}));
		const exportsOf = path => modules[path] ?? modules[path.replace('node:', '')];
		onLoad({filter: /.*/, namespace: 'required-builtin'}, ({path}) => ({
			contents: `module.exports = ${call(path)};`,
		}));
		onLoad({filter: /.*/, namespace: 'imported-builtin'}, ({path}) => ({
			contents: lateExports(path, exportsOf(path)),
		}));
		onLoad({filter: /.*/, namespace: 'loaded-builtin'}, ({path}) => ({
			contents: promptExports(path, Object.keys(exportsOf(path))),
		}));
	},
};

function call(path) {
	return `process.getBuiltinModule(${JSON.stringify(path)})`;
}

/** A module with every export of the built-in one; esbuild leaves out those that nobody imports. */
function lateExports(path, kinds) {
	const lines = Object.entries(kinds)
		.filter(([name]) => name !== 'default')
		.map(([name, isCallable], index) => {
			const key = JSON.stringify(name);
			if (!isCallable || neverLate.has(path))
				return `export {default as ${key}} from ${JSON.stringify(`${path}#${name}`)};`;
			const value = `/* @__PURE__ */ late(${JSON.stringify(path)}, ${key})`;
			return `const name${index} = ${value}; export {name${index} as ${key}};`;
		});
	const whole = `export default /* @__PURE__ */ ${call(path)};`;
	return [`import {late} from 'late';`, whole, ...lines].join('\n');
}

/** The same for `import()`: it is called where the module is needed, so nothing has to wait. */
function promptExports(path, names) {
	const lines = names
		.filter(name => name !== 'default')
		.map((name, index) => {
			const key = JSON.stringify(name);
			return `const name${index} = builtin[${key}]; export {name${index} as ${key}};`;
		});
	return [`const builtin = ${call(path)};`, 'export default builtin;', ...lines].join('\n');
}

/**
 * The module of `late`, or of one value that cannot be late. Each is a module of its own, so that only those load the
 * built-in one who need the value, and not all who share a file with them.
 */
function builtinValue(path) {
	if (path === 'late') return lateModule;
	const [builtin, name] = path.split('#');
	return `export default /* @__PURE__ */ (() => ${call(builtin)}[${JSON.stringify(name)}])();`;
}
