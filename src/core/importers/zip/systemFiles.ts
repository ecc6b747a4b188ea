/** Names that systems put into archives by themselves: Finder's forks and views, Explorer's pictures of pictures. */
const left = /(?:^|[/\\])(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|^(?:\.\/)?__MACOSX(?:[/\\]|$)/i

/** Whether a file inside an archive is no one's content, so that it is passed over without a word. */
export const isSystemFile = (name: string): boolean => left.test(name)
