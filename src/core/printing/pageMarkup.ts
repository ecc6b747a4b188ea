const written: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The headline of an annotated page, whose maker escapes these five and nothing else. */
export const headlineOf = (page: string): string | undefined =>
  /<h1[^>]*>([^<]*)<\/h1>/
    .exec(page)?.[1]
    ?.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => written[name] ?? name)

/**
 * The page without links to other files of the pack, which lead nowhere from a PDF or a page by itself; those inside the page
 * stay. The maker of these pages writes no quotation mark into a text, so that only attributes are found.
 */
export const withoutFileLinks = (page: string): string => page.replace(/ href="(?!#)[^"]*"/g, '')
