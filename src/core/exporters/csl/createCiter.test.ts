import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildEntry } from '#core/parsing/fixtures/buildEntry'
import { createCiter, type Citer } from './createCiter'
import { cite } from './cite'
import { citedWork } from './fixtures/citedWorks'
import { bombStyle, ownStyle } from './fixtures/ownStyle'

const request = {
  style: { kind: 'shipped', id: 'apa' },
  locale: 'de',
  form: 'bibliography',
  items: [citedWork('page')],
} as const

let built: Awaited<ReturnType<typeof buildEntry>>
let citer: Citer
beforeAll(async () => {
  built = await buildEntry('../../exporters/csl/entry.ts')
  citer = createCiter({ workerPath: built.path, seconds: 3 })
})
afterAll(async () => {
  await citer.close()
  await built.remove()
})

describe('the worker that cites', () => {
  it('answers what citing answers, one question after another, from the worker as it is built', async () => {
    const [one, two] = await Promise.all([citer.cite(request), citer.cite({ ...request, form: 'citation' })])
    expect(one).toEqual(await cite(request))
    expect(two).toEqual(await cite({ ...request, form: 'citation' }))
    expect(await citer.check(ownStyle())).toMatchObject({ title: 'Harbour house style' })
  })

  it('is ended by a style that goes on for ever, and starts anew for the next question', async () => {
    await expect(citer.check(bombStyle())).rejects.toMatchObject({ code: expect.stringMatching(/^style-/) })
    expect((await citer.cite(request)).entries).toHaveLength(1)
  })

  it('tells a style that it cannot use from one that it can (control of the test above)', async () => {
    await expect(citer.check('<html/>')).rejects.toMatchObject({ code: 'style-unreadable' })
    await expect(citer.check(ownStyle())).resolves.toMatchObject({ cslId: 'harbour-house' })
  })

  it('does not begin what was given up before its turn', async () => {
    const gone = new AbortController()
    const first = citer.cite(request)
    const second = citer.cite(request, gone.signal)
    gone.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    expect((await first).entries).toHaveLength(1)
  })
})
