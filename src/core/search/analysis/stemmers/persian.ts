import { endingsOf, withoutEnding } from './suffixes'

/** In the order in which they stand at the end of a word, the last first. */
const layers = [
  endingsOf('شان تان مان', 4),
  endingsOf('م ت ش', 4),
  endingsOf('هايي هاي ها', 3),
  endingsOf('ترين تر', 3),
  endingsOf('ي', 4),
  endingsOf('ات', 4),
  endingsOf('يان', 5),
  endingsOf('ان', 3),
]

/**
 * A light stemmer for folded Persian (`ی` and `ک` are `ي` and `ك`, joiners are gone): plurals in `-ها`, `-ان` and `-ات`, ezafe, the
 * indefinite `-ی`, possessives and comparatives, after the layers of Taghva, Beckley and Sadeh (2005).
 */
export const stemPersian = (word: string): string => layers.reduce(withoutEnding, word)
