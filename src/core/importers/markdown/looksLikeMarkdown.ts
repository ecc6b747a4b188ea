/** Signs of Markdown that other texts hardly have, each counted once. */
const signs: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|#|\.)[^)\s]{0,500}\)/,
  /^(?:```|~~~)\w*\s*$/m,
  /!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)/,
  /^\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?\|?\s*$/m,
  /\*\*[^*\s][^*\n]{0,200}\*\*/,
  /^\[\^?[^\]\s]{1,60}\]: \S/m,
]

const frontMatter = /^---[ \t]*\r?\n(?:[A-Za-z][\w-]*:[^\n]*\r?\n)+---[ \t]*\r?\n/

/** Whether a text's own signs say Markdown: front matter, or headings and links and the like of two kinds. */
export const looksLikeMarkdown = (text: string): boolean =>
  frontMatter.test(text) || signs.filter((sign) => sign.test(text)).length >= 2
