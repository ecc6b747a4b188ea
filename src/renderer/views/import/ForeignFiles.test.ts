import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { useImportStore } from '../../stores/importStore'
import { foreignFormats, foreignPlan, foreignPreviews } from '../../testing/fakeForeign'
import { mountView, type MountOptions } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import ImportView from './ImportView.vue'

const planned = async (options: MountOptions = {}) => {
  const mounted = await mountView(ImportView, {
    path: '/import',
    plan: foreignPlan,
    previews: structuredClone(foreignPreviews),
    formats: foreignFormats,
    ...options,
  })
  await useImportStore().offer([new File(['x'], 'new.txt')])
  await flushPromises()
  const { wrapper } = mounted
  const row = (name: string) => wrapper.findAll('tbody tr').find((one) => one.text().includes(name))
  const button = (text: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text))
  return { ...mounted, row, button }
}

describe('the start', () => {
  it('lists what can be read, and remembers what to do with the rest', async () => {
    const { wrapper, connection } = await mountView(ImportView, { path: '/import', formats: foreignFormats })
    const plan = vi.spyOn(connection.archive.imports, 'plan')
    expect(wrapper.get('.formats').text()).toContain('Mail message.eml')
    await wrapper.get('input[type="checkbox"]').setValue(true)
    await useImportStore().offer([new File(['x'], 'new.txt')])
    expect(plan.mock.calls[0]?.[0]).toMatchObject({ keepUnreadable: true })
  })
})

describe('a dry run of foreign files', () => {
  it('puts what is inside a file under it, the family with the worst first', async () => {
    const { wrapper } = await planned()
    const names = wrapper.findAll('.plan td.strong').map((one) => one.text())
    expect(names.slice(0, 3)).toEqual(['minutes.eml', 'quay.jpgin minutes.eml', 'virus.exein minutes.eml'])
    expect(wrapper.get('.is-depth-1').text()).toContain('quay.jpg')
  })

  it('says the whole name of a file whose container is not shown', async () => {
    const { wrapper, button } = await planned()
    button('Refused 1')?.click()
    await flushPromises()
    expect(wrapper.findAll('.plan td.strong').map((one) => one.text())).toEqual(['minutes.eml > virus.exe'])
  })

  it('tells a container that was opened, a sidecar, and what is kept unread', async () => {
    const { row } = await planned()
    expect(row('desk.zip')?.text()).toContain('Opened')
    expect(row('desk.zip')?.text()).toContain('one file was in it')
    expect(row('quay.xmp')?.text()).toContain('kept beside it')
    expect(row('quay.xmp')?.find('input').exists()).toBe(false)
    expect(row('film.mov')?.text()).toContain('without being read: ')
  })

  it('lets a version be an article of its own', async () => {
    const { row, button, connection, wrapper } = await planned()
    const commit = vi.spyOn(connection.archive.imports, 'commit')
    expect(row('survey.html')?.text()).toContain('Another version of Harbour survey')
    button('As an article of its own')?.click()
    await flushPromises()
    expect(row('survey.html')?.text()).toContain('An article of its own, beside Harbour survey')
    expect(wrapper.find('.panel').text()).toContain('New versions of articles0')
    button('Import 6 files')?.click()
    await flushPromises()
    expect(commit.mock.calls[0]?.[0]).toMatchObject({ leaveOut: [], separate: [5] })
  })

  it('names the held texts that one is like, and how much', async () => {
    const { row, wrapper, button } = await planned()
    expect(row('rewrite.html')?.text()).toContain('(92% alike)')
    expect(row('rewrite.html')?.text()).toContain('Nothing is merged.')
    button('Alike 1')?.click()
    await flushPromises()
    expect(wrapper.findAll('.plan td.strong')).toHaveLength(1)
  })

  it('shows what a picture states, where it was found, and where that differs', async () => {
    const { wrapper } = await planned()
    await wrapper.get('[aria-label="Look at minutes.eml > quay.jpg"]').trigger('click')
    await flushPromises()
    const text = wrapper.get('.preview').text()
    expect(text).toContain('XMP and IIM agree')
    expect(text).toContain('3 values.')
    expect(text).toContain('Issuer: Example Camera Works')
    expect(text).toContain('3,000 × 4,000')
  })

  it('finds files by name among many', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      index,
      name: `file ${index}.txt`,
      bytes: 1,
      outcome: 'add' as const,
      counts: { summary: 0, passages: 1, citations: 0, sources: 0, slots: 0, furniture: 0 },
    }))
    const { wrapper } = await planned({ plan: many })
    // Where nothing has a size no row of a long table exists: the table says how many there are.
    expect(wrapper.get('.plan').attributes('aria-rowcount')).toBe('10001')
    expect(wrapper.findAll('.plan td.strong').length).toBeLessThan(100)
    await wrapper.get('input[type="search"]').setValue('9999')
    await settled(() =>
      expect(wrapper.findAll('.plan td.strong').map((one) => one.text())).toEqual(['file 9999.txt']),
    )
  })
})

describe('the columns of a table', () => {
  it('are chosen in a dialog, read again, and remembered', async () => {
    const { button, row, connection } = await planned()
    const remap = vi.spyOn(connection.archive.imports, 'remap')
    button('Columns…')?.click()
    await settled(() => expect(document.body.textContent).toContain('The second quay, closed'))
    const dialog = document.querySelector('[role="dialog"]')
    expect(dialog?.textContent).toContain('The second quay, closed')
    expect(dialog?.textContent).toContain('remembered for tables with the same headings')
    const select = dialog?.querySelectorAll('select')[3]
    expect(select?.value).toBe('')
    if (!select) throw new TypeError('no column to choose')
    select.value = 'jobId'
    select.dispatchEvent(new Event('change'))
    await flushPromises()
    button('Read again')?.click()
    await settled(() => expect(dialog?.textContent).toContain('Read again: 7 photos'))
    expect(remap.mock.calls[0]?.[0]).toMatchObject({
      index: 7,
      mapping: { target: 'photo', columns: { Lager: 'jobId', Fotograf: 'creator' } },
    })
    expect(row('pictures.csv')?.text()).toContain('7 photos as they are listed')
  })
})

describe('an import that goes on', () => {
  const progress = { done: 3, total: 10, bytes: 30, totalBytes: 100, current: 'quay.jpg' }
  const started = async (paused: boolean) => {
    const mounted = await planned({ running: { progress, pausable: true, paused } })
    mounted.button('Import 6 files')?.click()
    await flushPromises()
    return mounted
  }

  it('can be let to rest', async () => {
    const { button, connection, wrapper } = await started(false)
    const pause = vi.spyOn(connection.archive.jobs, 'pause')
    expect(wrapper.get('.job').text()).toContain('3 of 10 files')
    expect(wrapper.get('.job').text()).toContain('Now: quay.jpg')
    button('Pause')?.click()
    expect(pause).toHaveBeenCalledOnce()
  })

  it('says plainly that it rests, and can be resumed', async () => {
    const { button, connection, wrapper } = await started(true)
    const resume = vi.spyOn(connection.archive.jobs, 'resume')
    expect(wrapper.get('.job .resting').text()).toContain('Paused.')
    button('Resume')?.click()
    expect(resume).toHaveBeenCalledOnce()
  })
})

describe('the report', () => {
  const report = [
    { name: 'a.html', outcome: 'imported', kind: 'article', id: 'x', title: 'A text', version: 3 },
    { name: 'b.bib', outcome: 'imported', kind: 'reference', id: 'y', title: 'A work' },
    { name: 'b.bib', outcome: 'imported', kind: 'source', id: 'z', title: 'An agency' },
    { name: 'c.mov', outcome: 'kept', message: 'kept' },
  ] as const
  const entry = (name: string, index: number) => ({ index, name, bytes: 1, outcome: 'add' as const })
  const ended = async (...more: readonly FileResult[]) => {
    const mounted = await planned({
      plan: ['a.html', 'b.bib', 'c.mov', 'd.txt'].map(entry),
      report: [...report, ...more],
    })
    useImportStore().toggle(3)
    await flushPromises()
    mounted.button('Import 3 files')?.click()
    await settled(() => expect(mounted.wrapper.findAll('.lines a')).toHaveLength(3 + more.length))
    return mounted
  }

  it('leads to each record that was made, and says which version', async () => {
    const { wrapper, row } = await ended()
    expect(row('a.html')?.text()).toContain('Version 3 of A text')
    const links = wrapper.findAll('.lines a').map((link) => link.attributes('href'))
    expect(links).toEqual(['/library/article/x', '/library/reference/y', '/library/source/z'])
  })

  it('says beside a record what there is to be known of it', async () => {
    const removed = {
      outcome: 'duplicate',
      kind: 'article',
      id: 'w',
      title: 'Removed',
      message: 'In the trash.',
    } as const
    const { wrapper } = await ended({ name: 'b.bib', ...removed })
    const cells = wrapper.findAll('.lines tr').map((line) => line.text())
    expect(cells.find((text) => text.includes('Removed'))).toMatch(/Removed\s*In the trash\./)
  })

  it('accounts for every file', async () => {
    const { wrapper } = await ended()
    const text = wrapper.get('.account').text()
    expect(text).toContain('Left out by you 1')
    expect(text).toContain('Files in the dry run4')
    expect(text).toContain('Every file of the dry run is accounted for.')
  })

  it('tells versions and kinds in the table that is saved', async () => {
    const { button } = await ended()
    const writeText = vi.fn(async (_text: string) => undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    button('Copy as CSV')?.click()
    await flushPromises()
    vi.unstubAllGlobals()
    const [text] = writeText.mock.calls[0] ?? []
    expect(text).toContain('file,outcome,kind,title,id,version,sha256,code,message')
    expect(text).toContain('a.html,imported,article,A text,x,3')
  })
})
