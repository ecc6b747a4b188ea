// The smallest PDF that a word processor could have made: pages of lines in one font (ISO 32000-1, 7.5).
const linesPerPage = 44

const linesOf = (text, width = 90) => text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'g')) ?? []

const quoted = (text) => `(${text.trimEnd().replace(/[\\()]/g, String.raw`\$&`)})`

const pageContent = (lines) =>
  `BT 14 TL 60 780 Td ${lines.map(({ text, size }) => `/F1 ${size} Tf ${quoted(text)} Tj T*`).join('\n')} ET`

const bodyOf = (objects) => {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

export const pdfFile = (number, { article }) => {
  const { headline, byline, paragraphs } = article(number)
  const blank = { text: '', size: 11 }
  const lines = [
    { text: headline, size: 20 },
    blank,
    { text: byline, size: 11 },
    ...paragraphs.flatMap((one) => [blank, ...linesOf(one).map((text) => ({ text, size: 11 }))]),
  ]
  const pages = []
  for (let at = 0; at < lines.length; at += linesPerPage) pages.push(lines.slice(at, at + linesPerPage))
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const pageObjects = pages.flatMap((page, at) => {
    const content = pageContent(page)
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  return bodyOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${quoted(headline)} /Author (Sample Writer) >>`,
    ...pageObjects,
  ])
}
