import { ORPCError } from '@orpc/client'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useExportStore } from '../../stores/exportStore'
import { useHostStore } from '../../stores/hostStore'
import { mountView, type MountedView } from '../../testing/mountView'
import ExportView from './ExportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const make = async (options = {}) => {
  mounted = await mountView(ExportView, { path: '/packs', ...options })
  const { connection, wrapper } = mounted
  await useHostStore().describe()
  const name = 'a.zip'
  vi.spyOn(connection.host, 'pickDestination').mockResolvedValue({ token: 'fake-token-0-0000', name })
  await useExportStore().start()
  await flushPromises()
  const section = () => wrapper.find('section[aria-label="To print"]')
  return { ...mounted, section, host: connection.host }
}

it('prints a page of the pack that was made, and says what came of it', async () => {
  const { section, host } = await make()
  const print = vi
    .spyOn(host, 'printPage')
    .mockResolvedValue({ token: 'fake-token-9-0000', name: 'a_annotated.pdf', pages: 3, bytes: 48_000 })
  const reveal = vi.spyOn(host, 'reveal')
  expect(section().text()).toContain('A PDF is a file of its own, beside the pack.')
  await section().get('button[aria-label="Save as PDF… Annotated: A new quay"]').trigger('click')
  await flushPromises()
  expect(print.mock.calls[0]?.[0]).toEqual({ token: 'fake-token-0-0000', number: 0 })
  expect(section().text()).toContain('a_annotated.pdf')
  expect(section().text()).toMatch(/3 pages, 48/)
  await section().get('.made button').trigger('click')
  expect(reveal).toHaveBeenCalledWith({ token: 'fake-token-9-0000' })
})

it('stops on request, and says that nothing was left', async () => {
  const { section, host } = await make()
  vi.spyOn(host, 'printPage').mockImplementation(
    (_, call) =>
      new Promise((_done, failed) => {
        call?.signal?.addEventListener('abort', () => failed(new Error('aborted')))
      }),
  )
  await section().get('button[aria-label="Save as PDF… Contact sheet"]').trigger('click')
  expect(section().text()).toContain('Printing…')
  await section().get('.running button').trigger('click')
  await flushPromises()
  expect(section().text()).toContain('Stopped on request. No PDF was left.')
  expect(section().find('[role="alert"]').exists()).toBe(false)
})

it('says nothing where the dialog is closed, and why where it fails', async () => {
  const { section, host } = await make()
  const button = () => section().get('button[aria-label="Save as PDF… Contact sheet"]')
  await button().trigger('click')
  await flushPromises()
  expect(section().get('[role="status"]').text()).toBe('')
  const refused = new ORPCError('print-failed', { data: { reason: 'the page could not be drawn' } })
  vi.spyOn(host, 'printPage').mockRejectedValue(refused)
  await button().trigger('click')
  await flushPromises()
  expect(section().get('[role="alert"]').text()).toContain('No PDF was made')
})

it('offers the pages for the browser to print where the host does not', async () => {
  const { section, host } = await make({ print: false })
  const open = vi.spyOn(host, 'openPage')
  expect(section().text()).toContain('This host makes no PDF.')
  await section().get('button[aria-label="Open to print: Contact sheet"]').trigger('click')
  expect(open).toHaveBeenCalledWith({ token: 'fake-token-0-0000', number: 1 })
})

it('offers nothing of a pack that has no such page', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  vi.spyOn(mounted.connection.host, 'printablePages').mockResolvedValue([])
  vi.spyOn(mounted.connection.host, 'pickDestination').mockResolvedValue({
    token: 'fake-token-0-0000',
    name: 'a.zip',
  })
  await useExportStore().start()
  await flushPromises()
  expect(mounted.wrapper.text()).toContain('The pack is made')
  expect(mounted.wrapper.find('section[aria-label="To print"]').exists()).toBe(false)
})
