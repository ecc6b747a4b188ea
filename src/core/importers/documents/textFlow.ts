import type { FurnitureReason, PassageKind } from '#shared/model/article'
import { createPassageCount } from '../passageLimit'
import { createWordRun, type WordRun } from '../markup/wordRun'
import type { Block, PictureBlock, PictureSlot } from './block'

export interface ParagraphMore {
  readonly isTitle?: boolean
  readonly furniture?: FurnitureReason | undefined
}

/** Gathers a document's paragraphs, in the order of the text. Throws `limit` where there are too many for an article. */
export interface TextFlow {
  /** Adds words to the present paragraph: any run of white space counts as one space. */
  readonly add: (text: string, url?: string) => void
  /** One is a space; two in a row part paragraphs, as many writers use them. */
  readonly lineBreak: (kind: PassageKind) => void
  /** Ends the present paragraph; pictures and boxes that were set into it follow. */
  readonly end: (kind: PassageKind, more?: ParagraphMore) => void
  /** Ends it and hands it over instead of adding it. */
  readonly take: (kind: PassageKind, more?: ParagraphMore) => readonly Block[]
  readonly picture: (slot: PictureSlot) => void
  /** Blocks that stand at the present paragraph and follow it. */
  readonly beside: (blocks: readonly Block[]) => void
  readonly append: (blocks: readonly Block[]) => void
  /** Begins a text of its own, such as a cell, a note or a box, inside the present paragraph. */
  readonly open: () => void
  /** Ends it and returns what was gathered in it. */
  readonly close: () => readonly Block[]
  /** `open`, what is done meanwhile, and `close`. */
  readonly gather: (fill: () => void) => readonly Block[]
  /** Whether the present paragraph has words or pictures. */
  readonly isWithin: () => boolean
}

interface Frame {
  readonly run: WordRun
  readonly blocks: Block[]
  beside: Block[]
  breaks: number
  filled: boolean
}

const createFrame = (): Frame => ({
  run: createWordRun(),
  blocks: [],
  beside: [],
  breaks: 0,
  filled: false,
})

/** Captions of tables stand near pictures by chance. */
const isOfTable = (text: string): boolean => /^(?:table|tabelle|tableau|tabla|tabella|tabela)\b/i.test(text)

/** The pictures that a caption belongs to: those in its paragraph, else those right before it. */
const captionedPictures = (frame: Frame): PictureBlock[] => {
  const inside = frame.beside.filter((block) => block.type === 'picture')
  if (inside.length > 0) return inside
  const last = frame.blocks.at(-1)
  return last?.type === 'picture' && last.slot.caption === undefined ? [last] : []
}

/** Gives a caption to its pictures; false where there are none. */
const takeCaption = (frame: Frame, caption: string): boolean => {
  const pictures = isOfTable(caption) ? [] : captionedPictures(frame)
  for (const picture of pictures) {
    const captioned: PictureBlock = { ...picture, slot: { ...picture.slot, caption } }
    for (const list of [frame.beside, frame.blocks]) {
      const at = list.indexOf(picture)
      if (at >= 0) list[at] = captioned
    }
  }
  return pictures.length > 0
}

const endParagraph = (frame: Frame, kind: PassageKind, more: ParagraphMore, count: () => void): void => {
  const words = frame.run.take()
  if (words && (kind !== 'caption' || !takeCaption(frame, words.text))) {
    count()
    frame.blocks.push({
      type: 'text',
      kind,
      ...words,
      isTitle: more.isTitle ?? false,
      furniture: more.furniture,
    })
  }
  for (const block of frame.beside) frame.blocks.push(block)
  frame.beside = []
  frame.breaks = 0
  frame.filled = false
}

export const createTextFlow = (): TextFlow => {
  const frames = [createFrame()]
  const count = createPassageCount()
  const frame = (): Frame => frames.at(-1) ?? createFrame()
  const open = (): void => {
    frames.push(createFrame())
  }
  const close = (): readonly Block[] => {
    endParagraph(frame(), 'paragraph', {}, count)
    const { blocks } = frame()
    // The outermost text stays, and is empty then.
    frames.pop()
    if (frames.length === 0) open()
    return blocks
  }
  return {
    add: (text, url) => {
      if (text.trim() !== '') Object.assign(frame(), { breaks: 0, filled: true })
      frame().run.add(text, url)
    },
    lineBreak: (kind) => {
      frame().breaks += 1
      if (frame().breaks >= 2) endParagraph(frame(), kind, {}, count)
      else frame().run.add(' ')
    },
    end: (kind, more = {}) => endParagraph(frame(), kind, more, count),
    take: (kind, more = {}) => {
      const before = frame().blocks.length
      endParagraph(frame(), kind, more, count)
      return frame().blocks.splice(before)
    },
    picture: (slot) => {
      frame().beside.push({ type: 'picture', slot })
      frame().filled = true
    },
    beside: (blocks) => {
      for (const block of blocks) frame().beside.push(block)
    },
    append: (blocks) => {
      for (const block of blocks) frame().blocks.push(block)
    },
    open,
    close,
    gather: (fill) => {
      open()
      fill()
      return close()
    },
    isWithin: () => frame().filled,
  }
}
