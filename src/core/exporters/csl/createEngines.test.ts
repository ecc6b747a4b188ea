import { expect, it } from 'vitest'
import type { CslItem } from '#shared/model/reference'
import { cite } from './cite'
import type { CiteRequest } from './citing'
import { createEngines } from './createEngines'
import { citedWork } from './fixtures/citedWorks'

it('cites by an engine that was used before as by a new one, in each kind of style', async () => {
  for (const id of ['chicago-notes', 'mla', 'ieee'] as const) {
    const { engineFor } = createEngines()
    const style = { kind: 'shipped', id } as const
    const ask = (form: CiteRequest['form'], ...items: CslItem[]): CiteRequest => ({
      style,
      locale: 'en-US',
      form,
      items,
      locator: form === 'citation' ? '7' : undefined,
    })
    const [news, letter] = [citedWork('news'), citedWork('letter')]
    // Two works of one author and year are told apart, and one alone afterwards is not.
    const asked = [
      ask('citation', news),
      ask('bibliography', letter, news),
      ask('bibliography', news),
      ask('citation', news),
    ]
    for (const request of asked) expect(await cite(request, engineFor)).toEqual(await cite(request))
  }
})

it('makes an engine once for a style and a language, and keeps few', async () => {
  const { engineFor, forget } = createEngines()
  const mla = { kind: 'shipped', id: 'mla' } as const
  const first = await engineFor(mla, 'en-US')
  expect(await engineFor(mla, 'en-US')).toBe(first)
  const other = await engineFor(mla, 'de-DE')
  expect(other).not.toBe(first)
  for (const id of ['vancouver', 'ieee'] as const) await engineFor({ kind: 'shipped', id }, 'en-US')
  expect(await engineFor(mla, 'de-DE')).toBe(other)
  expect(await engineFor(mla, 'en-US')).not.toBe(first)
  forget()
  expect(await engineFor(mla, 'de-DE')).not.toBe(other)
})
