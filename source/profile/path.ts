// Paths as plain text, Windows and POSIX alike, without a disk and without knowing on which system we are.

const separator = /[\\/]/;
const lastSegment = /^(.*[\\/])?([^\\/]*)$/s;

/** True when the text holds a path separator of either system. */
export function hasSeparator(text: string): boolean {
	return separator.test(text);
}

/** True for a name that Windows opens as a device, with any ending (Windows, "Naming Files, Paths, and Namespaces"). */
export function isDeviceName(name: string): boolean {
	return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i.test(name);
}

/** True for a file that holds YAML, told by its ending. */
export function isYamlFile(path: string): boolean {
	return /\.ya?ml$/i.test(path);
}

/** The folder of a file with its last separator; empty when the path has none. */
export function folderOf(path: string): string {
	return lastSegment.exec(path)?.[1] ?? '';
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
	return lastSegment.exec(path)?.[2] ?? '';
}

/** The file's name without `.yaml` or `.yml`: the name by which a profile is looked up. */
export function profileNameOf(path: string): string {
	return fileNameOf(path).replace(/\.ya?ml$/i, '');
}

/** The name as names are compared: without case, composed (macOS lists decomposed names). */
export function comparableName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

/** A file in a folder, with the separator that the folder uses. */
export function joinPath(folder: string, name: string): string {
	if (folder === '' || /[\\/]$/.test(folder)) return folder + name;
	return folder + separatorOf(folder) + name;
}

/** The path of `relative` as seen from the folder in which `file` stands; `.` and `..` are resolved. */
export function resolveBeside(file: string, relative: string): string {
	let folder = folderOf(file);
	const below: string[] = [];
	for (const segment of relative.split(separator)) {
		if (segment === '' || segment === '.') continue;
		if (segment !== '..') below.push(segment);
		else if (below.length > 0) below.pop();
		else folder = above(folder);
	}
	return folder + below.join(separatorOf(folder));
}

function above(folder: string): string {
	const last = fileNameOf(folder.slice(0, -1));
	const isNamed = last !== '' && last !== '.' && last !== '..' && !last.endsWith(':');
	if (isNamed) return folder.slice(0, -1 - last.length);
	return last === '.' ? `${folder.slice(0, -2)}../` : `${folder}..${separatorOf(folder)}`;
}

function separatorOf(path: string): string {
	return path.includes('\\') && !path.includes('/') ? '\\' : '/';
}
