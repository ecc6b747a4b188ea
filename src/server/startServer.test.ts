import { readdir, readFile, mkdir } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmallServer, type Dialled } from './fixtures/smallServer'

let server: Awaited<ReturnType<typeof startSmallServer>>
beforeAll(async () => {
  server = await startSmallServer('archive')
  await server.opened
})
afterAll(() => server.remove())

const enter = async (line: string): Promise<Dialled> => {
  const dialled = server.dial(line)
  await new Promise((resolve) => dialled.socket.once('open', resolve))
  dialled.socket.send(server.token)
  expect(await dialled.next()).toBe('{"greeting":"ready"}')
  return dialled
}
const origin = () => ({ origin: `http://${server.authority}` })
const bearer = () => ({ ...origin(), authorization: `Bearer ${server.token}` })

describe('the loopback server and its pages', () => {
  it('gives its pages to anyone on this machine, under the content policy', async () => {
    const { status, headers, body } = await server.ask('/')
    expect(status).toBe(200)
    expect(body).toContain('page')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('answers a route of the page with the page, so that a reload works', async () => {
    expect((await server.ask('/sources/0190-ab')).body).toContain('page')
    expect((await server.ask('/assets/main-1a2b.js')).headers['content-type']).toContain('text/javascript')
    expect((await server.ask('/assets/none.js')).status).toBe(404)
  })

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..\\secret.html',
    '/%5c..%5csecret.html',
    '//secret.html/..',
    '/assets//..//../secret.html',
    '/./../secret.html',
    '/C:/secret.html',
    '/.%00/secret.html',
    'http://127.0.0.1/../secret.html',
  ])('never leaves the folder of the pages: %s', async (path) => {
    const { status, body } = await server.ask(path)
    expect(body).not.toContain('secret')
    expect(status).toBe(404)
  })

  it('does not hear another host, another origin or another method', async () => {
    expect((await server.ask('/', { headers: { host: 'evil.example' } })).status).toBe(421)
    expect((await server.ask('/', { headers: { host: 'localhost' } })).status).toBe(421)
    expect((await server.ask('/', { headers: { origin: 'http://evil.example' } })).status).toBe(403)
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST'])
      expect((await server.ask('/', { method })).status).toBe(405)
    expect((await server.ask('/upload')).status).toBe(405)
  })

  it('listens on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    const port = Number(server.authority.split(':')[1])
    for (const { address } of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = createConnection({ host: address, port, timeout: 2000 })
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
        socket.once('timeout', () => resolve(false))
      })
      expect(reached).toBe(false)
    }
  })
})

describe('the loopback server and its sockets', () => {
  it('carries frames to the archive and back, unread', async () => {
    const { socket, next } = await enter('archive')
    socket.send('{"any":"thing"}')
    expect(await next()).toBe('{"any":"thing"}')
    socket.close()
  })

  it.each(['', 'wrong', '{"token":1}'])(
    'closes a socket whose first message is not the token: %j',
    async (first) => {
      const { socket, closed, next } = server.dial('archive')
      let heard = false
      void next().then(() => (heard = true))
      await new Promise((resolve) => socket.once('open', resolve))
      socket.send(first)
      expect(await closed).toBe(4401)
      expect(heard).toBe(false)
    },
  )

  it('opens no socket for another host, another origin or another path', async () => {
    expect(await server.dial('archive', { origin: 'http://evil.example' }).closed).toBe(0)
    expect(await server.dial('archive', { origin: 'null' }).closed).toBe(0)
    expect(await server.dial('archive', { host: 'evil.example' }).closed).toBe(0)
    expect(await server.dial('other').closed).toBe(0)
  })

  it('ends the lines of an archive process that dies, and gives the next one the next line', async () => {
    const first = await enter('archive')
    first.socket.send('die')
    expect(await first.closed).toBe(1000)
    const second = await enter('archive')
    second.socket.send('again')
    expect(await second.next()).toBe('again')
    second.socket.close()
  })
})

describe('the loopback server and uploads', () => {
  const upload = (body: string, headers: Readonly<Record<string, string>>, path = '/upload?name=a.txt') =>
    server.ask(path, { method: 'POST', headers, body })

  it('takes nothing without the token or from another origin', async () => {
    expect((await upload('x', {})).status).toBe(403)
    expect((await upload('x', origin())).status).toBe(401)
    expect((await upload('x', { ...origin(), authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await upload('x', { ...bearer(), origin: 'http://evil.example' })).status).toBe(403)
    expect(await readdir(server.archive)).toEqual([])
  })

  it('keeps an upload in the staging of the archive and answers a token for it', async () => {
    const answer = await upload('hello', bearer(), `/upload?name=${encodeURIComponent('../b ü.txt')}`)
    const offered = JSON.parse(answer.body) as { token: string; name: string }
    expect(offered.name).toBe('b ü.txt')
    const { socket, next } = await enter('archive')
    socket.send(`resolve ${offered.token}`)
    const path = (await next()).slice('path '.length)
    expect(path.startsWith(join(server.archive, 'staging'))).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('hello')
    socket.send('resolve made-up-made-up-made-up')
    expect(await next()).toBe('path unknown')
    socket.close()
  })

  it('refuses what is too large, declared or not, and keeps nothing of it', async () => {
    const before = await readdir(join(server.archive, 'staging'), { recursive: true })
    expect((await upload('x'.repeat(1001), bearer())).status).toBe(413)
    const undeclared = await upload('x'.repeat(1001), { ...bearer(), 'transfer-encoding': 'chunked' })
    expect(undeclared.status).toBe(413)
    expect(JSON.parse(undeclared.body)).toMatchObject({ error: { code: 'too-large' } })
    expect(await readdir(join(server.archive, 'staging'), { recursive: true })).toEqual(before)
  })
})

describe('the loopback server and an archive that is not there', () => {
  it('serves its pages, says why to each line, and makes no folder', async () => {
    const without = await startSmallServer('missing')
    expect(await without.opened).toMatchObject({ state: 'failed', error: { code: 'archive-missing' } })
    expect((await without.ask('/')).status).toBe(200)
    const { socket, next, closed } = without.dial('archive')
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(without.token)
    expect(JSON.parse(await next())).toMatchObject({
      greeting: 'refused',
      error: { code: 'archive-missing' },
    })
    expect(await closed).toBe(1000)
    const headers = { origin: `http://${without.authority}`, authorization: `Bearer ${without.token}` }
    const refused = await without.ask('/upload?name=a', { method: 'POST', headers, body: 'x' })
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'archive-gone' } })
    await expect(readdir(without.archive)).rejects.toThrow('ENOENT')
    await without.remove()
  })

  it('leaves nothing of a session behind', async () => {
    const other = await startSmallServer('archive')
    await other.opened
    await mkdir(join(other.archive, 'staging'))
    const headers = { origin: `http://${other.authority}`, authorization: `Bearer ${other.token}` }
    await other.ask('/upload?name=a', { method: 'POST', headers, body: 'x' })
    expect(await readdir(join(other.archive, 'staging'))).toHaveLength(1)
    await other.close()
    expect(await readdir(join(other.archive, 'staging'))).toEqual([])
    await other.remove()
  })
})
