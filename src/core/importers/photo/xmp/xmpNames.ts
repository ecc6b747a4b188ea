/** Namespaces that fields are taken from, by the prefixes under which their specifications name them. */
export const xmpNamespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  exifEX: 'http://cipa.jp/exif/1.0/',
  aux: 'http://ns.adobe.com/exif/1.0/aux/',
  xmpNote: 'http://ns.adobe.com/xmp/note/',
  cc: 'http://creativecommons.org/ns#',
} as const

const prefixes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(xmpNamespaces).map(([prefix, uri]) => [uri, prefix])),
  // As it was called before 2008.
  'http://web.resource.org/cc/': 'cc',
}

/** Names as the document spells them, to names with the usual prefix; others keep theirs. */
export const nameReader = (declared: ReadonlyMap<string, string>): ((name: string) => string) => {
  return (name) => {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const prefix = name.slice(0, colon)
    const usual = prefixes[declared.get(prefix) ?? '']
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`
  }
}
