import { cslTypes } from '#shared/csl/cslTypes'

/** Zotero's item types, and what people call things, as types of CSL 1.0.2. */
const words: Readonly<Record<string, string>> = {
  article: 'article-journal',
  artikel: 'article-newspaper',
  artwork: 'graphic',
  audiorecording: 'song',
  blog: 'post-weblog',
  blogpost: 'post-weblog',
  booksection: 'chapter',
  buch: 'book',
  case: 'legal_case',
  computerprogram: 'software',
  conferencepaper: 'paper-conference',
  dictionaryentry: 'entry-dictionary',
  email: 'personal_communication',
  encyclopediaarticle: 'entry-encyclopedia',
  film: 'motion_picture',
  forumpost: 'post',
  instantmessage: 'personal_communication',
  journal: 'article-journal',
  journalarticle: 'article-journal',
  letter: 'personal_communication',
  libro: 'book',
  livre: 'book',
  magazine: 'article-magazine',
  magazinearticle: 'article-magazine',
  news: 'article-newspaper',
  newspaper: 'article-newspaper',
  newspaperarticle: 'article-newspaper',
  online: 'webpage',
  podcast: 'broadcast',
  preprint: 'article',
  presentation: 'speech',
  radiobroadcast: 'broadcast',
  statute: 'legislation',
  tvbroadcast: 'broadcast',
  video: 'motion_picture',
  videorecording: 'motion_picture',
  webseite: 'webpage',
  website: 'webpage',
  zeitungsartikel: 'article-newspaper',
}

/** The CSL type that a cell names; undefined for a word that is not known. */
export const referenceTypeOf = (cell: string): string | undefined => {
  const word = cell.trim().toLowerCase()
  if (cslTypes.has(word)) return word
  const plain = word.replace(/[\s_-]/g, '')
  return Object.hasOwn(words, plain) ? words[plain] : cslTypes.has(plain) ? plain : undefined
}
