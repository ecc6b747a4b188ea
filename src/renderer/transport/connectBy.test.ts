import { describe, expect, it } from 'vitest'
import type { Line } from '#shared/bridge'
import { connectBy } from './connect'
import { createFakeWire, ready, type FakeWire } from './testWire'

const answer = (data: string, wire: FakeWire): void => {
  const { i } = JSON.parse(data) as { i: string }
  wire.hear(JSON.stringify({ i, p: { b: { json: { version: '1' } } } }))
}

const refused = JSON.stringify({
  greeting: 'refused',
  error: { code: 'archive-missing', message: 'There is none.', details: { place: 'x' } },
})

/** `greet` says what the nth wire of a line is told at first; nothing ends it at once. */
const setUp = (greet: (count: number, line: Line) => string | undefined, answers = true) => {
  const wires: FakeWire[] = []
  const told: string[] = []
  const connection = connectBy({
    openWire: (line) => {
      const wire = createFakeWire(answers ? answer : undefined)
      const greeting = greet(wires.push(wire), line)
      setTimeout(() => (greeting === undefined ? wire.end() : wire.hear(greeting)))
      return wire
    },
    offerFiles: () => Promise.resolve([]),
    sleep: () => Promise.resolve(),
  })
  connection.onLost((reason) => told.push(`lost ${reason}`))
  connection.onRestored(() => told.push('restored'))
  connection.onHostGone(() => told.push('gone'))
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve))
  }
  return { connection, wires, told, settle }
}

describe("the page's connection", () => {
  it('makes a line with the first call and keeps it', async () => {
    const { connection, wires } = setUp(() => ready)
    expect(await connection.host.describe({})).toEqual({ version: '1' })
    await connection.host.describe({})
    expect(wires).toHaveLength(1)
  })

  it('shares one attempt among calls that are made at once', async () => {
    const { connection, wires } = setUp(() => ready)
    await Promise.all([connection.archive.library.describe({}), connection.archive.library.describe({})])
    expect(wires).toHaveLength(1)
  })

  it('fails what was under way with core-gone when the line breaks, and serves what comes after', async () => {
    const { connection, wires, told, settle } = setUp(() => ready, false)
    const underWay = connection.archive.library.describe({})
    await settle()
    wires[0]?.end()
    await expect(underWay).rejects.toMatchObject({ code: 'core-gone', defined: true })
    await settle()
    expect(told).toEqual(['lost crashed', 'restored'])
    const next = connection.archive.library.describe({})
    await settle()
    const [wire] = wires.slice(-1)
    answer(String(wire?.sent[0]), wire as FakeWire)
    expect(await next).toEqual({ version: '1' })
  })

  it('lets calls wait for the line that is being made', async () => {
    const { connection, wires, settle } = setUp(() => ready)
    await connection.archive.library.describe({})
    wires[0]?.end()
    expect(await connection.archive.library.describe({})).toEqual({ version: '1' })
    await settle()
    expect(wires).toHaveLength(2)
  })

  it('knows an archive that was closed on purpose from one that crashed', async () => {
    const { connection, wires, told, settle } = setUp(() => ready)
    await connection.archive.library.describe({})
    wires[0]?.hear('{"greeting":"bye"}')
    await settle()
    expect(told).toEqual(['lost switched', 'restored'])
  })

  it('fails calls with the reason of an archive that can not be opened, and tries again with the next', async () => {
    const { connection, wires } = setUp((count) => (count === 1 ? refused : ready))
    await expect(connection.archive.library.describe({})).rejects.toMatchObject({
      code: 'archive-missing',
      data: { place: 'x' },
    })
    expect(await connection.archive.library.describe({})).toEqual({ version: '1' })
    expect(wires).toHaveLength(2)
  })

  it('does not go on asking an archive that said why it can not be opened', async () => {
    const { connection, wires, told, settle } = setUp((count) => (count === 1 ? ready : refused))
    await connection.archive.library.describe({})
    wires[0]?.end()
    await settle()
    expect(wires).toHaveLength(2)
    expect(told).toEqual(['lost crashed'])
  })

  it('says that the host is gone when no line can be had, and then fails calls at once', async () => {
    const { connection, wires, told } = setUp((count) => (count === 1 ? ready : undefined))
    await connection.host.describe({})
    const gone = new Promise<void>((resolve) => connection.onHostGone(resolve))
    wires[0]?.end()
    await gone
    expect(told).toEqual(['gone'])
    await expect(connection.host.describe({})).rejects.toMatchObject({ code: 'core-gone' })
  })

  it('leaves a call that its caller gave up to its caller', async () => {
    const { connection, settle } = setUp(() => ready, false)
    const given = new AbortController()
    const call = connection.archive.library.describe({}, { signal: given.signal })
    await settle()
    given.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('ends for good', async () => {
    const { connection, wires, told, settle } = setUp(() => ready)
    await connection.archive.library.describe({})
    connection.close()
    await settle()
    await expect(connection.archive.library.describe({})).rejects.toMatchObject({ code: 'core-gone' })
    expect([wires.length, told]).toEqual([1, []])
  })
})
