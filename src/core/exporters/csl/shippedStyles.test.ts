import { describe, expect, it } from 'vitest'
import { cslItem } from '#shared/model/reference'
import { cite } from './cite'
import { citedWork, type CitedWorkName } from './fixtures/citedWorks'
import { shippedStyles, type ShippedStyle } from './shippedStyles'
import { styleOfCslId } from './styles'
import { entriesToHtml, entriesToText } from './writeRuns'

const harvardLocale = (style: ShippedStyle): string => (style === 'harvard' ? 'en-GB' : 'en-US')

const written = async (style: ShippedStyle, form: 'bibliography' | 'citation', name: CitedWorkName) =>
  cite({
    style: { kind: 'shipped', id: style },
    locale: harvardLocale(style),
    form,
    items: [citedWork(name)],
    locator: form === 'citation' ? '7' : undefined,
  })

/** What the rules of each style ask of a work of each type, in its bibliography. */
const entries: Readonly<Record<ShippedStyle, Readonly<Record<CitedWorkName, string>>>> = {
  'chicago-notes': {
    news: 'Sample, Anna. “Quay Closed after Divers Find a Passage.” Example Gazette, March 23, 2019. https://gazette.example/quay.',
    journal:
      'Sample, Anna, and Pieter van der Berg. “Brick Passages under Quays.” Review of Harbours 7, no. 4 (2018): 112–19. https://doi.org/10.1000/quay.182.',
    book: 'Sample, Anna. The Old Quay. 2nd ed. Port Example: Harbour Press, 2001.',
    chapter:
      'Berg, Pieter van der. “Mills and Sluices.” In Ports of the North, edited by Eva Lind, 101–30. Port Example: Harbour Press, 1998.',
    report: 'River Authority. “Gauge Readings.” River Authority, May 2024. https://river.example/gauges.',
    page: 'Transport Example. “Tunnel Reopens.” Transport site, June 7, 2025. https://transport.example/tunnel.',
    thesis: 'Sample, Anna. “Wells of the Old Town.” PhD thesis, University of Example, 2010.',
    letter: 'Sample, Anna. Letter to Eva Lind. “Letter on the Pumps,” November 2, 1987.',
  },
  'chicago-author-date': {
    news: 'Sample, Anna. 2019. “Quay Closed after Divers Find a Passage.” Example Gazette, March 23, 2019. https://gazette.example/quay.',
    journal:
      'Sample, Anna, and Pieter van der Berg. 2018. “Brick Passages under Quays.” Review of Harbours 7 (4): 112–19. https://doi.org/10.1000/quay.182.',
    book: 'Sample, Anna. 2001. The Old Quay. 2nd ed. Port Example: Harbour Press.',
    chapter:
      'Berg, Pieter van der. 1998. “Mills and Sluices.” In Ports of the North, edited by Eva Lind, 101–30. Port Example: Harbour Press.',
    report: 'River Authority. 2024. “Gauge Readings.” 12. River Authority. https://river.example/gauges.',
    page: 'Transport Example. 2025. “Tunnel Reopens.” Transport Site. June 7, 2025. https://transport.example/tunnel.',
    thesis: 'Sample, Anna. 2010. “Wells of the Old Town.” PhD thesis, University of Example.',
    letter: 'Sample, Anna. Letter to Eva Lind. 1987. “Letter on the Pumps,” November 2, 1987.',
  },
  apa: {
    news: 'Sample, A. (2019, March 23). Quay closed after divers find a passage. Example Gazette, B3. https://gazette.example/quay',
    journal:
      'Sample, A., & van der Berg, P. (2018). Brick passages under quays. Review of Harbours, 7(4), 112–119. https://doi.org/10.1000/quay.182',
    book: 'Sample, A. (2001). The old quay (2nd ed.). Harbour Press.',
    chapter:
      'van der Berg, P. (1998). Mills and sluices. In E. Lind (Ed.), Ports of the north (pp. 101–130). Harbour Press.',
    report: 'River Authority. (2024). Gauge readings (No. 12). River Authority. https://river.example/gauges',
    page: 'Transport Example. (2025, June 7). Tunnel reopens. Transport Site. https://transport.example/tunnel',
    thesis: 'Sample, A. (2010). Wells of the old town [PhD thesis]. University of Example.',
    letter: 'Sample, A. (1987, November 2). Letter on the pumps [Letter to Eva Lind].',
  },
  mla: {
    news: 'Sample, Anna. “Quay Closed after Divers Find a Passage.” Example Gazette, 23 Mar. 2019, p. B3, https://gazette.example/quay.',
    journal:
      'Sample, Anna, and Pieter van der Berg. “Brick Passages under Quays.” Review of Harbours, vol. 7, no. 4, 2018, pp. 112–19, https://doi.org/10.1000/quay.182.',
    book: 'Sample, Anna. The Old Quay. 2nd ed., Harbour Press, 2001.',
    chapter:
      'van der Berg, Pieter. “Mills and Sluices.” Ports of the North, edited by Eva Lind, Harbour Press, 1998, pp. 101–30.',
    report: 'River Authority. Gauge Readings. 12, River Authority, May 2024, https://river.example/gauges.',
    page: 'Transport Example. “Tunnel Reopens.” Transport Site, 7 June 2025, https://transport.example/tunnel.',
    thesis: 'Sample, Anna. Wells of the Old Town. 2010. University of Example, PhD thesis.',
    letter: 'Sample, Anna. Letter on the Pumps. 2 Nov. 1987.',
  },
  harvard: {
    news: 'Sample, A. (2019) ‘Quay closed after divers find a passage’, Example Gazette, 23 March, p. B3. Available at: https://gazette.example/quay.',
    journal:
      'Sample, A. and van der Berg, P. (2018) ‘Brick passages under quays’, Review of Harbours, 7(4), pp. 112–119. Available at: https://doi.org/10.1000/quay.182.',
    book: 'Sample, A. (2001) The old quay. 2nd edn. Port Example: Harbour Press.',
    chapter:
      'van der Berg, P. (1998) ‘Mills and sluices’, in E. Lind (ed.) Ports of the north. Port Example: Harbour Press, pp. 101–130.',
    report:
      'River Authority (2024) Gauge readings. 12. River Authority. Available at: https://river.example/gauges.',
    page: 'Transport Example (2025) Tunnel reopens, Transport site. Available at: https://transport.example/tunnel (Accessed: 2 January 2026).',
    thesis: 'Sample, A. (2010) Wells of the old town. PhD thesis. University of Example.',
    letter: 'Sample, A. (1987) ‘Letter on the pumps’.',
  },
  vancouver: {
    news: '1. Sample A. Quay closed after divers find a passage. Example Gazette [Internet]. 2019 Mar 23;B3. Available from: https://gazette.example/quay',
    journal: '1. Sample A, van der Berg P. Brick passages under quays. Review of Harbours. 2018;7(4):112–9.',
    book: '1. Sample A. The old quay. 2nd ed. Port Example: Harbour Press; 2001.',
    chapter:
      '1. van der Berg P. Mills and sluices. In: Lind E, editor. Ports of the north. Port Example: Harbour Press; 1998. p. 101–30.',
    report:
      '1. River Authority. Gauge readings [Internet]. River Authority; 2024 May. Report No.: 12. Available from: https://river.example/gauges',
    page: '1. Transport Example. Transport site. 2025 [cited 2026 Jan 2]. Tunnel reopens. Available from: https://transport.example/tunnel',
    thesis: '1. Sample A. Wells of the old town [PhD thesis]. University of Example; 2010.',
    letter: '1. Sample A. Letter on the pumps. 1987.',
  },
  ieee: {
    news: '[1] A. Sample, “Quay closed after divers find a passage,” Example Gazette, p. B3, Mar. 23, 2019. [Online]. Available: https://gazette.example/quay',
    journal:
      '[1] A. Sample and P. van der Berg, “Brick passages under quays,” Review of Harbours, vol. 7, no. 4, pp. 112–119, 2018, doi: 10.1000/quay.182.',
    book: '[1] A. Sample, The old quay, 2nd ed. Port Example: Harbour Press, 2001.',
    chapter:
      '[1] P. van der Berg, “Mills and sluices,” in Ports of the north, E. Lind, Ed., Port Example: Harbour Press, 1998, pp. 101–130.',
    report:
      '[1] River Authority, “Gauge readings,” River Authority, 12, May 2024. [Online]. Available: https://river.example/gauges',
    page: '[1] Transport Example, “Tunnel reopens,” Transport site. Accessed: Jan. 02, 2026. [Online]. Available: https://transport.example/tunnel',
    thesis: '[1] A. Sample, “Wells of the old town,” PhD thesis, University of Example, 2010.',
    letter: '[1] A. Sample, “Letter on the pumps,” Nov. 02, 1987.',
  },
}

/** A note, or what stands in the text, with page 7. */
const citations: Readonly<Record<ShippedStyle, readonly (readonly [CitedWorkName, string])[]>> = {
  'chicago-notes': [
    ['book', 'Anna Sample, The Old Quay, 2nd ed. (Port Example: Harbour Press, 2001), 7.'],
    [
      'journal',
      'Anna Sample and Pieter van der Berg, “Brick Passages under Quays,” Review of Harbours 7, no. 4 (2018): 7, https://doi.org/10.1000/quay.182.',
    ],
    ['letter', 'Anna Sample to Eva Lind, “Letter on the Pumps,” November 2, 1987, 7.'],
  ],
  'chicago-author-date': [
    ['chapter', '(van der Berg 1998, 7)'],
    ['journal', '(Sample and van der Berg 2018, 7)'],
  ],
  apa: [
    ['journal', '(Sample & van der Berg, 2018, p. 7)'],
    ['letter', '(A. Sample, personal communication, November 2, 1987, p. 7)'],
  ],
  mla: [['journal', '(Sample and van der Berg 7)']],
  harvard: [['journal', '(Sample and van der Berg, 2018, p. 7)']],
  vancouver: [['book', '(1)']],
  ieee: [['book', '[1, p. 7]']],
}

describe.each(shippedStyles)('the style $id', ({ id, isNote }) => {
  it.each(Object.entries(entries[id]))('lists a %s as its rules ask', async (name, expected) => {
    const { entries: made } = await written(id, 'bibliography', name as CitedWorkName)
    expect(entriesToText(made)).toBe(expected)
  })

  it.each(citations[id])('cites a %s in a note or in the text', async (name, expected) => {
    const made = await written(id, 'citation', name)
    expect(entriesToText(made.entries)).toBe(expected)
    expect(made.isNote).toBe(isNote)
  })
})

describe('styles', () => {
  it('keep the look of titles, and number a list in its order', async () => {
    const { entries: made } = await cite({
      style: { kind: 'shipped', id: 'ieee' },
      locale: 'en-US',
      form: 'bibliography',
      items: [citedWork('news'), citedWork('book')],
    })
    expect(entriesToHtml(made)).toContain('<p>[2] A. Sample, <i>The old quay</i>, 2nd ed.')
  })

  it('are found by their names in the repository of CSL', () => {
    expect(styleOfCslId('modern-language-association')).toBe('mla')
    expect(styleOfCslId('nature')).toBeUndefined()
  })

  it('are told partial dates, ranges and seasons', async () => {
    const issued = [
      {
        'date-parts': [
          [2019, 3],
          [2019, 5],
        ],
      },
      { 'date-parts': [[2019]], season: 1 },
      { 'date-parts': [[2019]], circa: true },
      { literal: 'no year given' },
    ]
    const texts = await Promise.all(
      issued.map(async (date) => {
        const item = cslItem.parse({ ...citedWork('news'), issued: date })
        const { entries: made } = await cite({
          style: { kind: 'shipped', id: 'chicago-notes' },
          locale: 'en-US',
          form: 'bibliography',
          items: [item],
        })
        return /Gazette, (.*?)\. https/.exec(entriesToText(made))?.[1]
      }),
    )
    expect(texts).toEqual(['March–May 2019', 'Spring 2019', '[2019?]', 'no year given'])
  })
})
