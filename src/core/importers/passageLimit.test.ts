import { expect, it } from 'vitest'
import { createArticleDraft } from './articleDraft'
import { createTextFlow } from './documents/textFlow'
import { mostPassages } from './passageLimit'

const refusal = expect.objectContaining({
  code: 'limit',
  details: { what: 'passages in one article', most: mostPassages },
})

it('an article takes as many passages as are allowed, and names the limit for one more', () => {
  const draft = createArticleDraft()
  for (let at = 0; at < mostPassages; at += 1) draft.addPassage('paragraph', 'a')
  expect(() => draft.addPassage('heading', 'a')).toThrow(refusal)
  expect(draft.parts().passages).toHaveLength(mostPassages)
})

it('a text that is gathered first is refused as early, its notes and cells counted in', () => {
  const flow = createTextFlow()
  const paragraph = (): void => {
    flow.add('a')
    flow.end('paragraph')
  }
  flow.gather(paragraph)
  for (let at = 1; at < mostPassages; at += 1) paragraph()
  expect(paragraph).toThrow(refusal)
})
