import { afterEach, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { mountView, type MountedView } from '../../testing/mountView'
import { toReportLines } from './reportLines'
import ReportRow from './ReportRow.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const id = '0193a000-0000-7000-8000-000000000001'

const shown = async (file: Partial<FileResult>) => {
  const [row] = toReportLines([{ name: 'desk-pack', outcome: 'imported', id, ...file }])
  mounted = await mountView(ReportRow, { props: { row, at: 0 } })
  const [link] = mounted.wrapper.findAll('a').map((one) => one.attributes('href'))
  return { text: mounted.wrapper.text(), link }
}

it('says what of a record was completed, beside the way to it', async () => {
  const message = 'Completed with what an earlier pack had left out of it: the owner.'
  const { text, link } = await shown({ kind: 'source', title: 'Reuters', message })
  expect(text).toContain(message)
  expect(link).toContain(`/library/source/${id}`)
})

it('leads to a claim among the claims, and names a note, which has no place of its own', async () => {
  const claim = await shown({ kind: 'claim', title: 'Two thousand came' })
  expect(claim).toMatchObject({ link: `/claims/${id}` })
  expect(claim.text).toContain('Claim')
  mounted?.wrapper.unmount()
  const note = await shown({ kind: 'note', title: 'Ask again' })
  expect(note.link).toBeUndefined()
  expect(note.text).toContain('Ask again')
})

it('says of a claim that was withdrawn that it is in the trash, and leads nowhere', async () => {
  const message = 'Withdrawn here, and held in the trash. Bring it back from there.'
  const { text, link } = await shown({ kind: 'claim', title: 'Two came', outcome: 'duplicate', message })
  expect(text).toContain(message)
  expect(link).toBeUndefined()
})
