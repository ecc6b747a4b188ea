import { flushPromises } from '@vue/test-utils'
import { ORPCError } from '@orpc/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useVerifyStore } from '../../../stores/verifyStore'
import { mountView, type MountedView } from '../../../testing/mountView'
import VerifyView from '../VerifyView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const signer = { publicKey: 'ssh-ed25519 AAAA', fingerprint: 'SHA256:abc' }

it('shows a strange key as strange until the user names it, and never adds it by itself', async () => {
  mounted = await mountView(VerifyView, { path: '/verify' })
  const { wrapper, connection } = mounted
  const { jobs, verify, keys } = connection.archive
  const report = jobs.watch
  vi.spyOn(jobs, 'watch').mockImplementation(async (input, call) => {
    const events = await report(input, call)
    return (async function* () {
      for await (const event of events)
        yield event.type === 'state' && event.job.result?.kind === 'verify'
          ? {
              ...event,
              job: {
                ...event.job,
                result: {
                  kind: 'verify' as const,
                  verification: {
                    ...event.job.result.verification,
                    unchanged: 'yes' as const,
                    problems: 0,
                    signed: 'unknown-key' as const,
                    signer,
                  },
                },
              },
            }
          : event
    })() as never
  })
  expect(verify).toBeDefined()
  const add = vi.spyOn(keys, 'add')
  await useVerifyStore().offer([new File(['x'], 'pack.zip')])
  await flushPromises()
  expect(wrapper.text()).toContain('signed by a key that you do not know')
  expect(add).not.toHaveBeenCalled()
  await wrapper.get('form.add input').setValue('The desk')
  await wrapper.get('form.add').trigger('submit')
  await flushPromises()
  expect(add.mock.calls[0]?.[0]).toEqual({ name: 'The desk', publicKey: signer.publicKey })
  expect(wrapper.text()).toContain('Unchanged, complete, and signed by The desk')
})

it('asks for the passphrase of an encrypted pack, gives it once, and keeps none of it', async () => {
  mounted = await mountView(VerifyView, { path: '/verify' })
  const { wrapper, connection } = mounted
  const { verify } = connection.archive
  const pack = vi
    .spyOn(verify, 'pack')
    .mockRejectedValueOnce(new ORPCError('passphrase-wanted', { defined: true, data: {} }))
  await useVerifyStore().offer([new File(['x'], 'pack.zip.age')])
  await flushPromises()
  expect(wrapper.text()).toContain('This pack is encrypted.')
  await wrapper.get('form.unlock input').setValue('quiet herons')
  await wrapper.get('form.unlock').trigger('submit')
  await flushPromises()
  expect(pack.mock.calls[1]?.[0]).toMatchObject({ unlock: { passphrase: 'quiet herons' } })
  expect(wrapper.find('form.unlock').exists()).toBe(false)
  expect(wrapper.html()).not.toContain('herons')
})
