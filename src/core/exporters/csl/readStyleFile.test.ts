import { describe, expect, it } from 'vitest'
import { checkStyle, cite } from './cite'
import { citedWork } from './fixtures/citedWorks'
import { dependentStyle, ownStyle } from './fixtures/ownStyle'
import { readStyleFile } from './readStyleFile'
import { entriesToHtml } from './writeRuns'

const formatted = async (xml: string): Promise<string> => {
  const style = { kind: 'added', xml } as const
  const { entries } = await cite({ style, locale: 'en-US', form: 'bibliography', items: [citedWork('book')] })
  return entriesToHtml(entries)
}

describe('a .csl file of the user', () => {
  it('says its title and whether it cites in notes, and formats', async () => {
    expect(await checkStyle(ownStyle())).toEqual({
      title: 'Harbour house style',
      isNote: false,
      cslId: 'harbour-house',
    })
    expect(await checkStyle(ownStyle({ isNote: true }))).toMatchObject({ isNote: true })
    expect(await formatted(ownStyle())).toBe('<p><i>The old quay</i>.</p>')
  })

  it('has every attribute of CSL, also the one with a digit', async () => {
    const options = '<locale><style-options limit-day-ordinals-to-day-1="true"/></locale>'
    const style = ownStyle().replace('<citation', `${options}<citation`)
    expect(style).toContain(options)
    expect(await formatted(style)).toBe('<p><i>The old quay</i>.</p>')
  })

  it('that leans on another says which', () => {
    expect(readStyleFile(dependentStyle('nature')).facts).toEqual({
      title: 'Review of Harbours',
      isNote: false,
      cslId: 'review-of-harbours',
      parent: 'nature',
    })
  })

  it.each([
    ['no style', '<html><body/></html>', 'no CSL style'],
    ['an empty text', ' ', 'no CSL style'],
    ['another version', ownStyle().replace('version="1.0">', 'version="0.8">'), 'version 1.0'],
    ['a style without a title', ownStyle().replace(/<title>.*<\/title>/, ''), 'no title'],
    ['a foreign element', ownStyle({ layout: '<script>alert(1)</script>' }), '"script" is no element'],
    [
      'an element that every object has',
      ownStyle({ layout: '<constructor/>' }),
      '"constructor" is no element',
    ],
    ['a foreign attribute', ownStyle({ layout: '<text onclick2="x" value="a"/>' }), 'is no attribute'],
    ['a macro that is not there', ownStyle({ layout: '<text macro="nowhere"/>' }), 'nowhere'],
    [
      'macros that call each other',
      ownStyle({
        macros: '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
        layout: '<text macro="a"/>',
      }),
      '',
    ],
  ])('is refused in words where it is %s', async (_, xml, reason) => {
    await expect(checkStyle(xml)).rejects.toThrow(reason)
  })

  it('has no entity expanded, no file read and no markup passed on', async () => {
    const head = '<!DOCTYPE style [<!ENTITY x "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>\n'
    const layout = '<text value="&x;&f;&lt;img src=x onerror=alert(1)&gt;"/><text variable="title"/>'
    const html = await formatted(ownStyle({ head, layout }))
    expect(html).not.toMatch(/boom|<img/)
    expect(html).toContain('The old quay')
    const affix = '<text variable="title" prefix="&lt;script&gt;" suffix="&lt;/script&gt;"/>'
    expect(await formatted(ownStyle({ layout: affix }))).not.toContain('<script')
  })
})
