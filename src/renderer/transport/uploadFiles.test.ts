import { afterEach, describe, expect, it, vi } from 'vitest'
import { uploadFiles } from './uploadFiles'

afterEach(() => vi.unstubAllGlobals())

const answerWith = (...answers: Response[]) => {
  const asked: [string, RequestInit][] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push([address, init])
    return Promise.resolve(answers.shift())
  })
  return asked
}

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

describe('uploads', () => {
  it('go one after another with the token, and tell how far they are', async () => {
    const asked = answerWith(json({ token: 't1', name: 'a' }), json({ token: 't2', name: 'b c' }))
    const told: number[][] = []
    const offered = await uploadFiles([new File(['xx'], 'a'), new File(['yyy'], 'b c')], 'secret', {
      onBytes: (...counts) => told.push(counts),
    })
    expect(offered.map(({ token }) => token)).toEqual(['t1', 't2'])
    expect(asked.map(([address]) => address)).toEqual(['/upload?name=a', '/upload?name=b%20c'])
    expect(asked[0]?.[1].headers).toEqual({ authorization: 'Bearer secret' })
    expect(told).toEqual([
      [2, 5],
      [5, 5],
    ])
  })

  it('fail with the error that the server names', async () => {
    const error = { code: 'disk-full', message: 'The disk is full.', details: { what: 'the upload' } }
    answerWith(json({ error }, 409))
    await expect(uploadFiles([new File([], 'a')], 't')).rejects.toMatchObject({
      code: 'disk-full',
      defined: true,
    })
  })

  it('fail in words where the server gives none', async () => {
    answerWith(new Response(null, { status: 401 }))
    await expect(uploadFiles([new File([], 'a')], 't')).rejects.toMatchObject({ code: 'unavailable' })
  })
})
