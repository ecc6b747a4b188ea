import iconv from 'iconv-lite'
import { isTag } from 'domhandler'
import { describe, expect, it } from 'vitest'
import { elementsNamed, textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'
import { decodeXml } from './decodeXml'
import { namespaceOf } from './namespaceOf'
import { readXml } from './readXml'
import { resolveNamedReferences } from './resolveNamedReferences'
import { xmlProlog } from './xmlProlog'
import { xmlRoot } from './xmlRoot'

const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('decodeXml', () => {
  const declared = (name: string): string => `<?xml version="1.0" encoding="${name}"?><a>Straße, café</a>`

  it('follows the declaration', () => {
    const { text, charset, doubts } = decodeXml(iconv.encode(declared('ISO-8859-1'), 'latin1'))
    expect(text).toBe(declared('ISO-8859-1'))
    expect(charset).toEqual({ name: 'windows-1252', confidence: 1, bom: false })
    expect(doubts).toEqual([])
  })

  it('follows a byte order mark before the declaration', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(declared('utf-8'), 'utf16le')])
    expect(decodeXml(utf16)).toMatchObject({
      text: declared('utf-8'),
      charset: { name: 'utf-16le', bom: true },
    })
  })

  it('reads UTF-8 that calls itself something else as what it is, and says so', () => {
    const { text, doubts } = decodeXml(bytes(declared('windows-1251')))
    expect(text).toBe(declared('windows-1251'))
    expect(doubts).toHaveLength(1)
  })

  it('says where the charset that is named is not known', () => {
    expect(decodeXml(bytes(declared('x-unheard-of'))).doubts[0]?.field).toBe('charset')
    expect(decodeXml(bytes(declared('utf-7'))).text).toBe(declared('utf-7'))
  })
})

describe('xmlProlog', () => {
  const before = [
    '',
    '\n\n',
    '<?xml version="1.0"?>\n',
    '<!-- <b> -->',
    '<!DOCTYPE a SYSTEM "a>b.dtd">',
    '<!DOCTYPE a [<!ENTITY x "<b>]>"><!-- ]> --><?p ]>?>\n]>',
    'stray & text < here',
  ]
  for (const prolog of before)
    it(`finds the root behind ${JSON.stringify(prolog)}`, () => {
      const { root, declaresEntities } = xmlProlog(`${prolog}<a x="1"/>`)
      expect(root).toBe(prolog.length)
      expect(declaresEntities).toBe(prolog.includes('ENTITY'))
    })

  for (const open of ['<!DOCTYPE a [', '<!-- <a/>', '<?xml <a/>', '<!DOCTYPE a "<a/>'])
    it(`finds no root behind ${open}, which never ends`, () => {
      expect(xmlProlog(`${open}<b/>`).root).toBe(open.length + 4)
    })
})

describe('xmlRoot', () => {
  it('names the root and its namespace, whatever the prefix', () => {
    expect(xmlRoot(bytes('<?xml version="1.0"?><q:feed xmlns="urn:x" xmlns:q = \'urn:q\' a="b">'))).toEqual({
      name: 'feed',
      namespace: 'urn:q',
      declared: ['urn:x', 'urn:q'],
    })
  })

  it('is undefined for what does not begin as XML', () => {
    for (const text of ['A <b>text</b>', '', '{"a": "<b>"}', '\u0000<a/>'])
      expect(xmlRoot(bytes(text))).toBeUndefined()
  })
})

describe('namespaceOf', () => {
  it('takes the nearest declaration of the prefix, and lets a default be undone', () => {
    const document = parseMarkup(
      '<a xmlns="urn:1" xmlns:p="urn:p"><b/><p:c xmlns:p="urn:q"><p:d/></p:c><e xmlns=""><f/></e><x:g/></a>',
      { xml: true },
    )
    const found = ['a', 'b', 'c', 'd', 'f', 'g'].map((name) => {
      const [element] = elementsNamed(document, name)
      return element && namespaceOf(element)
    })
    expect(found).toEqual(['urn:1', 'urn:1', 'urn:q', 'urn:q', undefined, undefined])
  })
})

describe('resolveNamedReferences', () => {
  it('knows the names of HTML, leaves those of XML and unknown ones, and CDATA as it is', () => {
    expect(resolveNamedReferences('&eacute;&nbsp;&amp;&lt;&own; <![CDATA[&eacute;]]>&LT;')).toBe(
      '&#233;&#160;&amp;&lt;&own; <![CDATA[&eacute;]]>&#60;',
    )
    expect(resolveNamedReferences('<![CDATA[&eacute; never ends')).toBe('<![CDATA[&eacute; never ends')
  })
})

describe('readXml', () => {
  it('expands no entity, however it is declared', () => {
    const laughs = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    )
    const { root, doubts } = readXml(
      bytes(
        `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]><a x="&l20;">&l20;&f;&eacute;</a>`,
      ),
    )
    expect(textInside(root)).toBe('&l20;&f;é')
    expect(root.attribs['x']).toBe('&l20;')
    expect(doubts.map(({ message }) => message)).toEqual([
      'It declares entities of its own; they were not expanded.',
    ])
  })

  it('reads what is there of a text that is cut off, and says so', () => {
    const { root, doubts } = readXml(bytes('<a><b>one</b><b>tw'))
    expect(root.children.filter(isTag).map(textInside)).toEqual(['one', 'tw'])
    expect(doubts).toHaveLength(1)
    expect(readXml(bytes('<a><b/></a>\n<!-- end -->')).doubts).toEqual([])
    expect(readXml(bytes('<a/>')).doubts).toEqual([])
  })

  it('refuses a text without an element', () => {
    expect(() => readXml(bytes('<?xml version="1.0"?>'))).toThrow(/no XML element/)
  })
})
