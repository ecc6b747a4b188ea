// Formats that are zips: Word, OpenDocument, EPUB, and zips of other files.
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { escaped } from './words.mjs'
import { htmlFile, textFile } from './texts.mjs'

const mtime = new Date('2024-01-01T00:00:00Z')

const zipOf = (files) => {
  const zip = new yazl.ZipFile()
  for (const [name, content, compress = true] of files)
    zip.addBuffer(Buffer.from(content), name, { mtime, compress })
  zip.end()
  return buffer(zip.outputStream)
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const docxFile = (number, { article }) => {
  const { headline, byline, paragraphs } = article(number)
  const line = (text, style = '') => `<w:p>${style}<w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
  const title = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
  return zipOf([
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `${xml}<w:document xmlns:w="${word}"><w:body>${line(headline, title)}${[byline, ...paragraphs].map((one) => line(one)).join('')}</w:body></w:document>`,
    ],
  ])
}

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'

export const odtFile = (number, { article }) => {
  const { headline, byline, paragraphs } = article(number)
  const lines = [byline, ...paragraphs].map((one) => `<text:p>${escaped(one)}</text:p>`)
  return zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.text', false],
    [
      'META-INF/manifest.xml',
      `${xml}<manifest:manifest xmlns:manifest="${openDocument}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
    ],
    [
      'content.xml',
      `${xml}<office:document-content xmlns:office="${openDocument}:office:1.0" xmlns:text="${openDocument}:text:1.0"><office:body><office:text><text:h text:outline-level="1">${headline}</text:h>${lines.join('')}</office:text></office:body></office:document-content>`,
    ],
  ])
}

const chapter = (
  title,
  paragraphs,
) => `${xml}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1>
${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n')}</body></html>`

export const epubFile = (number, { article }) => {
  const { headline, day } = article(number)
  const chapters = Array.from({ length: 3 }, (_, at) => ({ at, ...article(number * 3 + at) }))
  const items = chapters.map(
    ({ at }) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  return zipOf([
    ['mimetype', 'application/epub+zip', false],
    [
      'META-INF/container.xml',
      `${xml}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    ],
    [
      'book.opf',
      `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">book-${number}</dc:identifier><dc:title>${headline}</dc:title><dc:language>en</dc:language><dc:date>${day}</dc:date></metadata><manifest>${items.join('')}</manifest><spine>${chapters.map(({ at }) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ],
    ...chapters.map(({ at, headline: title, paragraphs }) => [`c${at}.xhtml`, chapter(title, paragraphs)]),
  ])
}

/** Three files of other kinds, as somebody sends them. */
export const zipFile = (number, words) =>
  zipOf([
    [`folder/note-${number}.txt`, textFile(number * 3, words)],
    [`folder/page-${number}.html`, htmlFile(1_000_000 + number, words)],
    [`second-${number}.txt`, textFile(number * 3 + 1, words)],
  ])
