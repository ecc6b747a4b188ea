import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountOptions } from '../../testing/mountView'
import PageRoot from '../PageRoot.vue'
import { claimFilterToQuery, queryToClaimFilter } from './claimsAddress'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const open = async (options: MountOptions = {}) => {
  const mounted = await mountView(PageRoot, { path: '/claims', ...options })
  await settle()
  const { wrapper } = mounted
  const press = async (name: string): Promise<void> => {
    const button = wrapper
      .findAll('button')
      .find((one) => (one.attributes('aria-label') ?? one.text()).startsWith(name))
    if (!button) throw new TypeError(`no button: ${name}`)
    await button.trigger('click')
    await settle()
  }
  const fill = async (label: string, value: string): Promise<void> => {
    const id = wrapper
      .findAll('label')
      .find((one) => one.text() === label)
      ?.attributes('for')
    await wrapper.get(`[id="${id}"]`).setValue(value)
    await settle()
  }
  const submit = async (): Promise<void> => {
    await wrapper.get('form.form').trigger('submit')
    await settle()
  }
  return { ...mounted, press, fill, submit }
}

describe('the view of claims', () => {
  it('says how to begin where there are none', async () => {
    const { wrapper } = await open()
    expect(wrapper.get('.claims').text()).toContain('There are no claims yet.')
  })

  it('makes a claim that stands alone, opens it, checks it, and shows the log', async () => {
    const { wrapper, press, fill, submit, router } = await open()
    await press('New claim')
    await fill('What is claimed', 'The quay is closed.')
    await fill('Type', 'date')
    await submit()
    expect(router.currentRoute.value.path).toMatch(/^\/claims\/.+/)
    expect(wrapper.get('.detail h2').text()).toBe('The quay is closed.')
    expect(wrapper.get('.detail').text()).toContain('Stands alone')
    await press('Enter a check')
    await fill('Who', 'Ada')
    await fill('How', 'Called the office')
    await submit()
    expect(wrapper.get('.detail .table').text()).toContain('Called the office')
    await router.push('/claims?view=log')
    await settle()
    expect(wrapper.get('.claims .table').text()).toContain('Ada')
  })

  it('withdraws a claim and brings it back from the status bar', async () => {
    const { wrapper, press, fill, submit } = await open()
    await press('New claim')
    await fill('What is claimed', 'The quay is closed.')
    await submit()
    expect(wrapper.findAll('.claims a.line')).toHaveLength(1)
    await press('Withdraw the claim')
    expect(wrapper.findAll('.claims a.line')).toHaveLength(0)
    await press('Undo')
    expect(wrapper.findAll('.claims a.line')).toHaveLength(1)
  })

  it('offers nothing that writes where the archive can only be read', async () => {
    const { wrapper } = await open({ readOnly: { reason: 'rights' } })
    const button = wrapper.findAll('button').find((one) => one.text() === 'New claim')
    expect(button?.attributes('disabled')).toBeDefined()
  })
})

describe('the address of a list of claims', () => {
  it('says what it is narrowed to, and leaves out what is no choice', () => {
    const filter = { status: 'open', claimType: 'date', lack: 'unsourced', articleId: fakeId(1, 1) } as const
    expect(queryToClaimFilter(claimFilterToQuery(filter))).toEqual(filter)
    expect(queryToClaimFilter({ status: 'rumour', lack: 'nothing', type: null })).toEqual({})
  })
})
