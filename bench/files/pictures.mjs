// Pictures with what agencies write into them. Their pixels are noise: an import reads their metadata only.
import { crc32, deflateSync } from 'node:zlib'

const xmpOf = ({ headline, paragraphs, day }) => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Headline="${headline}" photoshop:Credit="Sample Wire" photoshop:DateCreated="${day}T07:30:00+01:00" photoshop:City="Harbour">
<dc:creator><rdf:Seq><rdf:li>Sample Photographer</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${paragraphs[0].replaceAll('&', '&amp;')}</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const segment = (marker, body) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const dataset = (number, text) => {
  const body = Buffer.from(text)
  const head = Buffer.from([0x1c, 2, number, 0, 0])
  head.writeUInt16BE(body.length, 3)
  return Buffer.concat([head, body])
}

/** IPTC-IIM in a Photoshop block (IIM 4.2; resource 0x0404). */
const iimOf = ({ headline, day }) => {
  const records = Buffer.concat([
    dataset(105, headline),
    dataset(80, 'Sample Photographer'),
    dataset(110, 'Sample Wire'),
    dataset(55, day.replaceAll('-', '')),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(records.length)
  const padding = Buffer.alloc(records.length % 2)
  return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, records, padding])
}

/** A frame header, metadata, and as many bytes of picture as a reporter's mail carries. */
export const jpegFile = (number, words) => {
  const said = words.article(number)
  const frame = Buffer.from([8, 3, 32, 4, 176, 3, 1, 34, 0, 2, 17, 1, 3, 17, 1])
  const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmpOf(said)}`)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, xmp),
    segment(0xed, iimOf(said)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([3, 1, 0, 2, 17, 3, 17, 0, 63, 0])),
    words.noise(40_000 + words.upTo(120_000)),
    Buffer.from([0xff, 0xd9]),
  ])
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

export const pngFile = (number, words) => {
  const [width, height] = [120, 80]
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), words.noise(width * 3)]))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpOf(words.article(number))}`)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
