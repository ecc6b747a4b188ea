import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, htmlText } from './html'

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const foreign = `<img src=x onerror="alert('1')"> & more`
    expect(htmlText(html`<p title="${foreign}">${foreign}</p>`)).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</p>',
    )
  })

  it('lets through only what it made itself, also in lists', () => {
    const items = ['<a>', '<b>'].map((item) => html`<b>${item}</b>`)
    expect(htmlText(html`${items}${undefined}${{ toString: () => '<i>' }.toString()}`)).toBe(
      '<b>&lt;a&gt;</b><b>&lt;b&gt;</b>&lt;i&gt;',
    )
  })

  it('never lets a text begin or end a tag or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(htmlText(html`${text}`)).not.toMatch(/[<>"']/)
      }),
    )
  })
})
