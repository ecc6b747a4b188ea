import { describe, expect, it } from 'vitest'
import type { HostEvent } from '#shared/contract/host'
import { createHostEvents } from './hostEvents'

const find: HostEvent = { type: 'command', command: 'find' }
const theme: HostEvent = { type: 'command', command: 'theme' }

describe('the events of a host', () => {
  it('reach every page that listens, in order, from the moment it asked', async () => {
    const events = createHostEvents()
    events.emit(theme)
    const streams = [events.stream(undefined), events.stream(undefined)]
    events.emit(find)
    events.emit(theme)
    for (const stream of streams) {
      expect((await stream.next()).value).toEqual(find)
      expect((await stream.next()).value).toEqual(theme)
    }
  })

  it('end when the page has gone', async () => {
    const events = createHostEvents()
    const gone = new AbortController()
    const next = events.stream(gone.signal).next()
    gone.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })
})
