// Puts text on the clipboard with the system's own programs.
import {spawn} from 'node:child_process';

type Tool = {readonly file: string; readonly args: readonly string[]};

/** The programs to try, in this order. clip.exe stands in the system's folder whatever the PATH says. */
export function clipboardTools(
	platform: NodeJS.Platform,
	env: Readonly<Record<string, string | undefined>>,
): readonly Tool[] {
	if (platform === 'win32')
		return [{file: `${env.SystemRoot ?? 'C:\\Windows'}\\System32\\clip.exe`, args: []}];
	if (platform === 'darwin') return [{file: '/usr/bin/pbcopy', args: []}];
	const wayland = env.WAYLAND_DISPLAY === undefined ? [] : [{file: 'wl-copy', args: []}];
	const x11 = env.DISPLAY === undefined ? [] : [{file: 'xclip', args: ['-selection', 'clipboard']}];
	return [...wayland, ...x11];
}

/** Gives `text` to the first of `tools` that takes it; false when none does. */
export async function copyText(text: string, tools: readonly Tool[]): Promise<boolean> {
	for (const tool of tools) if (await feed(tool, text)) return true;
	return false;
}

function feed({file, args}: Tool, text: string): Promise<boolean> {
	return new Promise(resolve => {
		const child = spawn(file, args, {stdio: ['pipe', 'ignore', 'ignore'], timeout: 3000, windowsHide: true});
		child.on('error', () => resolve(false));
		// xclip lives on to serve the selection; that it took the text is enough.
		child.on('exit', code => resolve(code === 0));
		child.stdin.on('error', () => resolve(false));
		child.stdin.end(text);
	});
}
