// The folders that are imported: one of all kinds mixed, with damaged files and duplicates, or one of one kind.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '../articles.mjs'
import { bibtexFile, cslFile, csvFile, ninjsFile, risFile, rssFile } from './lists.mjs'
import { mailFile } from './mail.mjs'
import { docxFile, epubFile, odtFile, zipFile } from './packages.mjs'
import { pdfFile } from './pdf.mjs'
import { jpegFile, pngFile } from './pictures.mjs'
import { htmlFile, markdownFile, textFile } from './texts.mjs'
import { createWords } from './words.mjs'

/** Each kind with its ending, its writer, and how many of a hundred files are of it. */
export const kinds = [
  { name: 'text', ending: 'txt', share: 24, write: textFile },
  { name: 'html', ending: 'html', share: 18, write: htmlFile },
  { name: 'markdown', ending: 'md', share: 6, write: markdownFile },
  { name: 'eml', ending: 'eml', share: 12, write: mailFile },
  { name: 'docx', ending: 'docx', share: 8, write: docxFile },
  { name: 'odt', ending: 'odt', share: 3, write: odtFile },
  { name: 'epub', ending: 'epub', share: 1, write: epubFile },
  { name: 'pdf', ending: 'pdf', share: 6, write: pdfFile },
  { name: 'jpeg', ending: 'jpg', share: 11, write: jpegFile },
  { name: 'png', ending: 'png', share: 3, write: pngFile },
  { name: 'ris', ending: 'ris', share: 1, write: risFile },
  { name: 'bibtex', ending: 'bib', share: 1, write: bibtexFile },
  { name: 'csl-json', ending: 'json', share: 1, write: cslFile },
  { name: 'csv', ending: 'csv', share: 1, write: csvFile },
  { name: 'ninjs', ending: 'json', share: 2, write: ninjsFile },
  { name: 'rss', ending: 'rss', share: 1, write: rssFile },
  { name: 'zip', ending: 'zip', share: 1, write: zipFile },
]

const perFolder = 500

const placeOf = async (folder, number) => {
  const inner = join(folder, String(Math.floor(number / perFolder)).padStart(3, '0'))
  if (number % perFolder === 0) await mkdir(inner, { recursive: true })
  return inner
}

const wheel = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind))

/** Of a hundred files two are the bytes of an earlier one, and one ends in its middle. */
const specialOf = (number) => {
  if (number % 50 === 49) return 'duplicate'
  return number % 100 === 97 ? 'damaged' : undefined
}

export const writeMixed = async (folder, count, seed) => {
  const random = createRandom(seed)
  const words = createWords(random)
  let earlier
  for (let number = 0; number < count; number += 1) {
    const kind = wheel[words.upTo(wheel.length)]
    const special = specialOf(number)
    const fresh = { kind, bytes: Buffer.from(await kind.write(number, words)) }
    const { kind: written, bytes } = special === 'duplicate' && earlier ? earlier : fresh
    const whole = special === 'damaged' ? bytes.subarray(0, bytes.length / 2) : bytes
    const name = `${String(number).padStart(6, '0')}.${written.ending}`
    await writeFile(join(await placeOf(folder, number), name), whole)
    if (number % 25 === 0) earlier = fresh
  }
}

export const writeKind = async (folder, kind, count, seed) => {
  const words = createWords(createRandom(seed))
  for (let number = 0; number < count; number += 1) {
    const inner = await placeOf(folder, number)
    await writeFile(
      join(inner, `${String(number).padStart(6, '0')}.${kind.ending}`),
      await kind.write(number, words),
    )
  }
}
