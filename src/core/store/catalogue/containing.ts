/** A pattern of LIKE for texts with these words in them: characters that mean something there stand for themselves (`ESCAPE '\\'`). */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`
