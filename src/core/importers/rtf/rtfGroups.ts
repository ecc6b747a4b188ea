import type { Block } from '../documents/block'
import { fieldAddress } from '../documents/linkAddress'
import { markNote } from '../documents/markNote'
import { cleanText } from '../text/cleanText'
import { capture } from './rtfCapture'
import { known, skipped } from './rtfDestinations'
import { openText } from './rtfParagraphs'
import { beginPicture } from './rtfPictures'
import { setGroup, type RtfState } from './rtfState'

/** Characters; a longer instruction is no link. */
const longestInstruction = 10_000

const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []))

const beginNote = (state: RtfState): void => {
  state.notesMade += 1
  const mark = `[${state.notesMade}]`
  state.flow.add(mark)
  openText(state, (blocks) => {
    for (const block of markNote(blocks, mark)) state.notes.push(block)
  })
}

const beginComment = (state: RtfState): void => {
  const author = cleanText(state.commentAuthor.replace(/\s+/g, ' '))
  state.commentAuthor = ''
  openText(state, (blocks) => {
    const text = linesOf(blocks).join(' ')
    if (text !== '') state.comments.push(author ? `Comment by ${author}: ${text}` : `Comment: ${text}`)
  })
}

const beginMargin = (state: RtfState): void =>
  openText(state, (blocks) => {
    for (const line of linesOf(blocks)) if (/\p{L}/u.test(line)) state.margins.add(line)
  })

const beginField = (state: RtfState): void => {
  const field: RtfState['fields'][number] = { address: undefined }
  state.fields.push(field)
  setGroup(state, {
    atEnd: () => {
      state.fields.splice(state.fields.indexOf(field), 1)
    },
  })
}

const openers: Readonly<Record<string, (state: RtfState) => void>> = {
  fonttbl: (state) => setGroup(state, { destination: 'fonts' }),
  stylesheet: (state) => setGroup(state, { destination: 'styles' }),
  info: (state) => setGroup(state, { destination: 'info' }),
  pict: beginPicture,
  footnote: beginNote,
  annotation: beginComment,
  atnauthor: (state) =>
    capture(state, (author) => {
      state.commentAuthor = author
    }),
  field: beginField,
  fldinst: (state) =>
    capture(state, (instruction) => {
      const field = state.fields.at(-1)
      if (field) field.address = fieldAddress(instruction.slice(0, longestInstruction))
    }),
  shptxt: (state) => openText(state, (blocks) => state.flow.beside(blocks)),
  dptxbxtext: (state) => openText(state, (blocks) => state.flow.beside(blocks)),
  sn: (state) =>
    capture(state, (name) => {
      state.propertyName = name.trim()
    }),
  sv: (state) =>
    capture(state, (value) => {
      if (state.propertyName === 'wzDescription')
        state.altText = cleanText(value.replace(/\s+/g, ' ')) || undefined
    }),
  // The same text twice: for readers without Unicode, and as it is.
  upr: (state) => setGroup(state, { destination: 'skip' }),
  ud: (state) => setGroup(state, { destination: state.groups.at(-3)?.destination ?? 'body' }),
  object: (state) => {
    state.leftOut.embedded += 1
  },
}

/** Whether the first word of a group says where its text goes. What nobody knows is skipped where `\*` says so. */
export const beginGroup = (state: RtfState, name: string, isStarred: boolean): boolean => {
  if (name === 'listtext' || name === 'pntext') state.hasListMark = true
  if (skipped.has(name) || (isStarred && !known.has(name))) {
    setGroup(state, { destination: 'skip' })
    return true
  }
  if (/^(?:header|footer)[lrf]?$/.test(name)) {
    beginMargin(state)
    return true
  }
  const open = Object.hasOwn(openers, name) ? openers[name] : undefined
  open?.(state)
  return open !== undefined
}
