import { expect, it } from 'vitest'
import type { PackPages } from '#core/printing/types'
import { answerPackRequest } from './answerPackRequest'

const asked: string[] = []
const pages: PackPages = {
  pages: [],
  pathOf: () => '',
  read: (path) => {
    asked.push(path)
    const body = (async function* () {
      yield Buffer.from('<p>a page')
    })()
    return Promise.resolve(path === 'data/page.html' ? { type: 'text/html; charset=utf-8', body } : undefined)
  },
  check: () => undefined,
  close: () => Promise.resolve(),
}
const printed = new Map([['one', pages]])
const answer = (url: string, method = 'GET') => answerPackRequest(printed, { url, method })

it('gives a page of a pack that is being printed, in which nothing may run or load', async () => {
  const given = await answer('pack://one/data/page.html')
  expect(await given.text()).toBe('<p>a page')
  const policy = given.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; img-src 'self' file:; style-src 'sha256-[^']+';/)
  expect(policy).toMatch(/sandbox allow-same-origin$/)
  expect(policy).not.toMatch(/script|unsafe|\*|https?:/)
  expect(given.headers.get('x-content-type-options')).toBe('nosniff')
})

it('gives nothing else', async () => {
  asked.length = 0
  for (const [url, method] of [
    ['pack://two/data/page.html', 'GET'],
    ['pack://one/data/page.html?x', 'GET'],
    ['pack://one/data/page.html', 'POST'],
  ] as const)
    expect((await answer(url, method)).status).toBe(400)
  expect(asked).toEqual([])
  expect((await answer('pack://one/data/other.html')).status).toBe(404)
})
