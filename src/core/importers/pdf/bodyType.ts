import type { PageText } from './textPiece'

/** Size and font in which most of a document is set. */
export interface BodyType {
  readonly size: number
  readonly font: string
}

const mostOf = <Key>(counts: ReadonlyMap<Key, number>): Key | undefined => {
  let most: readonly [Key, number] | undefined
  for (const one of counts) if (one[1] > (most?.[1] ?? 0)) most = one
  return most?.[0]
}

const add = <Key>(counts: Map<Key, number>, key: Key, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

export const bodyType = (pages: Iterable<PageText>): BodyType => {
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  for (const { frames } of pages)
    for (const { segments } of frames.flat())
      for (const { text, size, font } of segments) {
        add(sizes, Math.round(size * 4) / 4, text.length)
        add(fonts, font, text.length)
      }
  return { size: mostOf(sizes) ?? 1, font: mostOf(fonts) ?? '' }
}
