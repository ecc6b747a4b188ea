import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { documentArticle } from '../documents/documentArticle'
import { sayLeftOut } from '../documents/sayLeftOut'
import type { InnerFile } from '../types'
import { beginGroup } from './rtfGroups'
import { beginInfo, takeTimeWord } from './rtfInfo'
import { closeText } from './rtfParagraphs'
import { pictureEndings } from './rtfPictures'
import { createRtfState, groupOf, type RtfState } from './rtfState'
import { takeEntryText, takeEntryWord } from './rtfTables'
import { rtfTokens, type RtfToken } from './rtfTokens'
import { signs, structure, words } from './rtfWords'

const addressOf = ({ fields }: RtfState): string | undefined =>
  fields.findLast((field) => field.address !== undefined)?.address

/** Brings what was gathered to where the present group's text goes. */
const deliver = (state: RtfState): void => {
  const text = state.text.take()
  if (text === '') return
  const { destination, captured, isHidden, isDeleted } = groupOf(state)
  if (destination === 'capture') captured?.push(text)
  else if (destination === 'fonts' || destination === 'styles')
    takeEntryText(state, text, destination === 'fonts')
  else if (destination === 'picture') state.picture?.hex.push(text)
  else if (destination !== 'body') return
  else if (isDeleted) state.leftOut.deletions += 1
  else if (isHidden) state.leftOut.hidden += 1
  else state.flow.add(text, addressOf(state))
}

const takeUnicode = (state: RtfState, value: number): void => {
  const group = groupOf(state)
  state.text.addUnit(value & 0xffff, state.fonts.get(group.font ?? -1))
  state.toSkip = group.unicodeSkip
}

const takeWord = (state: RtfState, name: string, value: number | undefined): void => {
  const { destination } = groupOf(state)
  if (destination === 'skip') return
  if (destination === 'fonts' || destination === 'styles') takeEntryWord(state, name, value)
  else if (destination === 'info') takeTimeWord(state, name, value)
  else if (destination === 'picture') {
    const ending = Object.hasOwn(pictureEndings, name) ? pictureEndings[name] : undefined
    if (ending !== undefined && state.picture) state.picture.ending = ending
  } else {
    if (Object.hasOwn(words, name)) words[name]?.(state, value)
    if (destination === 'body' && Object.hasOwn(structure, name)) structure[name]?.(state)
  }
}

interface Position {
  /** Whether the next word is the first of its group. */
  isFirst: boolean
  /** Whether the group begins with `\*`. */
  isStarred: boolean
}

const takeControl = (
  state: RtfState,
  position: Position,
  { name, value }: Extract<RtfToken, { type: 'word' }>,
): void => {
  if (name === 'u' && value !== undefined) return takeUnicode(state, value)
  deliver(state)
  const { isFirst, isStarred } = position
  position.isFirst = false
  position.isStarred = false
  const { destination } = groupOf(state)
  if (isFirst && destination === 'info' && beginInfo(state, name)) return
  // In a group that is skipped only the text that stands for it in Unicode counts.
  if (isFirst && (destination !== 'skip' || name === 'ud') && beginGroup(state, name, isStarred)) return
  takeWord(state, name, value)
}

const takeSign = (state: RtfState, position: Position, sign: string): void => {
  if (sign === '*' && position.isFirst) position.isStarred = true
  else if (signs[sign] !== undefined) state.text.addText(signs[sign])
}

const endGroup = (state: RtfState): void => {
  deliver(state)
  groupOf(state).atEnd?.()
  if (state.groups.length > 1) state.groups.pop()
}

const takeBytes = (state: RtfState, bytes: Uint8Array): void => {
  const kept = bytes.subarray(Math.min(state.toSkip, bytes.length))
  state.toSkip -= bytes.length - kept.length
  const { font, destination } = groupOf(state)
  if (kept.length > 0 && destination !== 'skip') state.text.addBytes(kept, state.fonts.get(font ?? -1))
}

const takeToken = (state: RtfState, position: Position, token: RtfToken): void => {
  if (token.type === 'text' || token.type === 'byte') {
    position.isFirst = false
    return takeBytes(state, token.type === 'text' ? token.bytes : Uint8Array.of(token.byte))
  }
  if (token.type === 'word' || token.type === 'sign') {
    // A control counts as one of the characters that stand for a `\u`.
    if (state.toSkip > 0 && !(token.type === 'word' && token.name === 'u')) {
      state.toSkip -= 1
      return
    }
    return token.type === 'word' ? takeControl(state, position, token) : takeSign(state, position, token.sign)
  }
  state.toSkip = 0
  if (token.type === 'data') {
    state.picture?.data.push(token.bytes)
    return
  }
  if (token.type === 'close') return endGroup(state)
  deliver(state)
  state.groups.push({ ...groupOf(state), atEnd: undefined })
  position.isFirst = true
  position.isStarred = false
}

/** Reads an RTF file (Rich Text Format 1.9.1) as one article, and the pictures in it. */
export const readRtf = (
  bytes: Uint8Array,
  fileName: string,
): { readonly article: ParsedArticle; readonly pictures: readonly InnerFile[] } => {
  const state = createRtfState()
  const position: Position = { isFirst: false, isStarred: false }
  for (const token of rtfTokens(bytes)) takeToken(state, position, token)
  // A file that was cut off ends all its groups.
  while (state.groups.length > 1) endGroup(state)
  const draft = createArticleDraft()
  for (const line of [...state.margins, ...state.comments]) draft.addFurniture(line, 'other')
  sayLeftOut(draft, { ...state.leftOut, comments: state.comments.length })
  const blocks = [...closeText(state), ...state.notes]
  const article = documentArticle(state.info, blocks, draft, fileName)
  const charset = { name: state.text.charset(), confidence: 1, bom: false }
  return { article: { ...article, charset }, pictures: state.pictures }
}
