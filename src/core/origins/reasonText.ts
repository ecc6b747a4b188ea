import type { SameOrigin } from '#shared/contract/support'
import { counted } from '#shared/counted'

/** Why two namings count as one source, in words. */
export const reasonText = (why: SameOrigin): string => {
  switch (why.reason) {
    case 'named-again':
      return `${why.name} is named ${counted(why.times, 'time')}`
    case 'credited':
      return `${why.name} credits ${why.to} ("${why.phrase}"${why.article ? `, ${why.article.title}` : ''})`
    case 'same-text':
      return `${why.name} and ${why.other} carry the same text (${Math.round(why.likeness * 100)} %)`
  }
}
