// Articles that nobody wrote: words drawn by Zipf's law from a made-up vocabulary, from a fixed seed.
const syllables =
  'ba be bi bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  )

/** A small generator of numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export const createRandom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const createVocabulary = (size, random) => {
  const words = new Set()
  while (words.size < size) {
    const length = 1 + Math.floor(random() * 3) + (random() < 0.3 ? 1 : 0)
    words.add(
      Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('') +
        'nrstl'[words.size % 5],
    )
  }
  return [...words]
}

const draw = (words, random) =>
  words[Math.floor((Math.pow(words.length, random()) - 1) * (words.length / (words.length - 1)))]

const sentence = (words, random) => {
  const drawn = Array.from({ length: 8 + Math.floor(random() * 14) }, () => draw(words, random))
  return `${drawn[0][0].toUpperCase()}${drawn.join(' ').slice(1)}.`
}

const outlets = ['Example Gazette', 'Harbour Courier', 'Sample Wire', 'Northern Post']

/** Plain text of one article, about 300 words: headline, byline, paragraphs, source lines. */
export const createArticle = (number, words, random) => {
  const headline = sentence(words, random).slice(0, -1).split(' ').slice(0, 9).join(' ')
  const paragraphs = Array.from({ length: 6 }, (_, index) => {
    const text = Array.from({ length: 3 }, () => sentence(words, random)).join(' ')
    return index % 3 === 2 ? `${text}\n\nSource: ${outlets[Math.floor(random() * outlets.length)]}` : text
  })
  return `${headline} ${number}\n\nBy Sample Writer ${number % 40}\n\n${paragraphs.join('\n\n')}\n`
}
