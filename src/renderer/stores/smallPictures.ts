import { shallowReactive } from 'vue'

/** What is known of the small picture of one photo. */
export type PictureState =
  | { readonly state: 'ready'; readonly address: string; readonly width: number; readonly height: number }
  | { readonly state: 'none'; readonly reason: string }

export interface SmallPicturesOptions {
  readonly ask: (photoId: string) => Promise<PictureState>
  /** Questions under way at once: each may mean that a picture is decoded. */
  readonly atOnce?: number
  /** Answers that are kept; the ones that were wanted longest ago go first. */
  readonly kept?: number
}

export interface SmallPictures {
  /** Undefined while it is not known. Reactive. */
  readonly of: (photoId: string) => PictureState | undefined
  /** What one part of the page looks at now, in place of what it looked at before. */
  readonly want: (part: string, photoIds: readonly string[]) => void
  /** Its address did not answer (the host's tickets grow old): it is asked for again, once. */
  readonly renew: (photoId: string) => void
  /** Its picture came, so that another time its address may be asked for again. */
  readonly arrived: (photoId: string) => void
  /** What had no picture may have one now. */
  readonly forgetMissing: () => void
}

/**
 * Small pictures as they are looked at. What was scrolled past before its turn came is not asked for; a question that is
 * under way is let finish, since the archive would go on with it anyway, and so never more than `atOnce` are.
 */
export const createSmallPictures = (options: SmallPicturesOptions): SmallPictures => {
  const { ask, atOnce = 4, kept = 600 } = options
  const known = shallowReactive(new Map<string, PictureState>())
  const wanted = new Map<string, readonly string[]>()
  const asking = new Set<string>()
  const renewed = new Set<string>()

  const isWanted = (photoId: string): boolean => [...wanted.values()].some((ids) => ids.includes(photoId))

  const wasNotNow = (photoId: string): boolean => {
    const answer = known.get(photoId)
    return answer?.state === 'none' && answer.reason === 'not-now'
  }

  const keep = (photoId: string, answer: PictureState): void => {
    known.delete(photoId)
    known.set(photoId, answer)
    for (const id of known.keys()) {
      if (known.size <= kept) break
      if (!isWanted(id)) known.delete(id)
    }
  }

  const next = (): string | undefined => {
    for (const ids of wanted.values()) for (const id of ids) if (!known.has(id) && !asking.has(id)) return id
    return undefined
  }

  const askFor = async (photoId: string): Promise<void> => {
    asking.add(photoId)
    const answer = await ask(photoId).catch((): PictureState => ({ state: 'none', reason: 'not-now' }))
    asking.delete(photoId)
    keep(photoId, answer)
    goOn()
  }

  const goOn = (): void => {
    while (asking.size < atOnce) {
      const photoId = next()
      if (photoId === undefined) return
      void askFor(photoId)
    }
  }

  return {
    of: (photoId) => known.get(photoId),
    want: (part, photoIds) => {
      const before = wanted.get(part) ?? []
      wanted.set(part, photoIds)
      // What could not be asked for is tried again when it comes into view again, and not as long as it stays there.
      for (const id of photoIds) if (!before.includes(id) && wasNotNow(id)) known.delete(id)
      goOn()
    },
    renew: (photoId) => {
      const isAgain = renewed.has(photoId)
      renewed.add(photoId)
      if (isAgain) known.set(photoId, { state: 'none', reason: 'not-now' })
      else known.delete(photoId)
      goOn()
    },
    arrived: (photoId) => void renewed.delete(photoId),
    forgetMissing: () => {
      for (const [id, answer] of known) if (answer.state === 'none') known.delete(id)
      goOn()
    },
  }
}
