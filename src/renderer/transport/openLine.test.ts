import { describe, expect, it } from 'vitest'
import { LineRefused, openLine } from './openLine'
import { createFakeWire, ready } from './testWire'

describe('a line', () => {
  it('is open once the other end has greeted it, and passes on what is no greeting', async () => {
    const wire = createFakeWire()
    const opening = openLine(wire)
    wire.hear(ready)
    const line = await opening
    const heard: unknown[] = []
    line.port.addEventListener('message', (event) => heard.push((event as MessageEvent).data))
    wire.hear('{"i":"0"}')
    line.port.postMessage('{"i":"1"}')
    expect(heard).toEqual(['{"i":"0"}'])
    expect(wire.sent).toEqual(['{"i":"1"}'])
  })

  it('rejects with the reason of the other end', async () => {
    const wire = createFakeWire()
    const opening = openLine(wire)
    const error = { code: 'archive-missing', message: 'There is none.', details: {} }
    wire.hear(JSON.stringify({ greeting: 'refused', error }))
    await expect(opening).rejects.toMatchObject({ name: 'LineRefused', report: error })
  })

  it('rejects where the wire ends before a greeting', async () => {
    const wire = createFakeWire()
    const opening = openLine(wire)
    wire.end()
    await expect(opening).rejects.toEqual(new LineRefused(undefined))
  })

  it.each([
    ['crashed', (wire: ReturnType<typeof createFakeWire>) => wire.end()],
    ['switched', (wire: ReturnType<typeof createFakeWire>) => wire.hear('{"greeting":"bye"}')],
  ])('tells its end once, after the port has been told: %s', async (reason, leave) => {
    const wire = createFakeWire()
    const opening = openLine(wire)
    wire.hear(ready)
    const line = await opening
    const told: string[] = []
    line.port.addEventListener('close', () => told.push('port'))
    line.onLost((why) => told.push(why))
    leave(wire)
    wire.end()
    expect(told).toEqual(['port', reason])
  })
})
