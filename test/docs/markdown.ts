/** What stands in a page of Markdown, as far as these pages use it. */
export interface Page {
	/** Fenced blocks with their language. */
	blocks: Array<{ language: string; text: string }>;
	/** Targets of links and pictures. */
	links: string[];
	/** Of the pictures alone. */
	images: string[];
	/** Of its headings, as GitHub and npm name them. */
	anchors: string[];
	bold: string[];
	/** Between single backticks. */
	code: string[];
}

const fence = /^ *```(\w*)[^\n]*\n([^]*?)^ *```$/gm;
const inlineCode = /`([^`\n]+)`/g;

export function readPage(text: string): Page {
	const prose = text.replace(fence, '');
	const words = prose.replace(inlineCode, '``');
	return {
		blocks: [...text.matchAll(fence)].map(([, language = '', block = '']) => ({ language, text: block })),
		links: all(words, /\]\(([^()\s]+)\)/g),
		images: all(words, /!\[[^\]]*\]\(([^()\s]+)\)/g),
		anchors: anchorsOf(all(prose, /^#{1,6} +(.+?) *$/gm)),
		bold: all(words, /\*\*([^*\n]+)\*\*/g),
		code: all(prose, inlineCode),
	};
}

function all(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** Lower case, without punctuation, hyphens for spaces; repeats are numbered. */
function anchorsOf(headings: string[]): string[] {
	const seen = new Map<string, number>();
	return headings.map((heading) => {
		const anchor = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-');
		const before = seen.get(anchor) ?? 0;
		seen.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}
