import type { StyleSource } from './citing'
import { makeEngine, type EngineFor, type PreparedEngine } from './engine'

export interface Engines {
  readonly engineFor: EngineFor
  /** After a fault nobody knows what state they are in. */
  readonly forget: () => void
}

const most = 3

const keyOf = (style: StyleSource, locale: string): string =>
  JSON.stringify([style.kind === 'shipped' ? style.id : style.xml, style.kind, locale])

/** The engines that were used last, so that a preview that follows what is typed makes its own once. */
export const createEngines = (): Engines => {
  const kept = new Map<string, PreparedEngine>()
  return {
    engineFor: async (style, locale) => {
      const key = keyOf(style, locale)
      const engine = kept.get(key) ?? (await makeEngine(style, locale))
      kept.delete(key)
      kept.set(key, engine)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return engine
    },
    forget: () => kept.clear(),
  }
}
