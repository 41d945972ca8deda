// Puts text on the clipboard: with the system's own programs, or by asking the terminal.
import {spawn} from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

type Tool = {
	readonly file: string;
	readonly args: readonly string[];
	/** clip.exe reads the code page of old consoles, or UTF-16. */
	readonly wantsUtf16: boolean;
};

/** The programs to try, in this order. clip.exe stands in the system's folder whatever the PATH says. */
export function clipboardTools(platform: NodeJS.Platform, env: Environment): readonly Tool[] {
	const tool = (file: string, args: readonly string[] = []): Tool => ({file, args, wantsUtf16: false});
	if (platform === 'win32')
		return [{...tool(`${env.SystemRoot ?? 'C:\\Windows'}\\System32\\clip.exe`), wantsUtf16: true}];
	if (platform === 'darwin') return [tool('/usr/bin/pbcopy')];
	const wayland = env.WAYLAND_DISPLAY === undefined ? [] : [tool('wl-copy')];
	const x11 = env.DISPLAY === undefined ? [] : [tool('xclip', ['-selection', 'clipboard'])];
	return [...wayland, ...x11];
}

/** Gives `text` to the first of `tools` that takes it, never on a command line; false when none does. */
export async function copyText(text: string, tools: readonly Tool[]): Promise<boolean> {
	for (const tool of tools) if (await feed(tool, text)) return true;
	return false;
}

/** What asks a terminal to put `text` on its clipboard (OSC 52 of xterm). */
export function copySequence(text: string): string {
	return `\u001B]52;c;${Buffer.from(text).toString('base64')}\u0007`;
}

/** False for terminals that have no clipboard, or are known not to hear OSC 52; the others say nothing. */
export function terminalCopies({TERM, TERM_PROGRAM}: Environment): boolean {
	return TERM !== 'linux' && TERM !== 'dumb' && TERM_PROGRAM !== 'Apple_Terminal';
}

function feed({file, args, wantsUtf16}: Tool, text: string): Promise<boolean> {
	return new Promise(resolve => {
		// Over ssh no locale may be set, and pbcopy then takes UTF-8 for MacRoman.
		const env = {...process.env, LC_ALL: 'en_US.UTF-8'};
		const stdio = ['pipe', 'ignore', 'ignore'] as const;
		const child = spawn(file, args, {stdio: [...stdio], timeout: 3000, windowsHide: true, env});
		child.on('error', () => resolve(false));
		// xclip lives on to serve the selection; that it took the text is enough.
		child.on('exit', code => resolve(code === 0));
		child.stdin.on('error', () => resolve(false));
		const isAscii = /^[\x00-\x7e]*$/.test(text);
		child.stdin.end(Buffer.from(text, wantsUtf16 && !isAscii ? 'utf16le' : 'utf8'));
	});
}
