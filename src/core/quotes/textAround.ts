import { selectorContext } from '#shared/model/selector'

/** Code points before a unit of a text, as many as a selector keeps. */
export const textBefore = (text: string, unit: number): string =>
  // Twice as many units hold as many code points, whatever they are.
  Array.from(text.slice(Math.max(0, unit - 2 * selectorContext), unit))
    .slice(-selectorContext)
    .join('')

export const textAfter = (text: string, unit: number): string =>
  Array.from(text.slice(unit, unit + 2 * selectorContext))
    .slice(0, selectorContext)
    .join('')
