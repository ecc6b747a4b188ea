import { describe, expect, it } from 'vitest'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountOptions } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import PageRoot from '../PageRoot.vue'
import { claimFilterToQuery, queryToClaimFilter } from './claimsAddress'

const open = async (options: MountOptions = {}) => {
  const mounted = await mountView(PageRoot, { path: '/claims', ...options })
  const { wrapper } = mounted
  await settled(() => expect(wrapper.find('.claims').exists()).toBe(true))
  const button = (name: string) =>
    wrapper.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()).startsWith(name))
  const press = async (name: string): Promise<void> => {
    await settled(() => expect(button(name)?.attributes('disabled'), name).toBeUndefined())
    await settled(() => expect(button(name), name).toBeDefined())
    await button(name)?.trigger('click')
  }
  const labelled = (label: string): string =>
    `[id="${wrapper
      .findAll('label')
      .find((one) => one.text() === label)
      ?.attributes('for')}"]`
  const fill = async (label: string, value: string): Promise<void> => {
    await settled(() => expect(wrapper.find(labelled(label)).exists(), label).toBe(true))
    await wrapper.get(labelled(label)).setValue(value)
  }
  const submit = (): Promise<void> => wrapper.get('form.form').trigger('submit')
  return { ...mounted, press, fill, submit }
}

describe('the view of claims', () => {
  it('says how to begin where there are none', async () => {
    const { wrapper } = await open()
    await settled(() => expect(wrapper.get('.claims').text()).toContain('There are no claims yet.'))
  })

  it('makes a claim that stands alone, opens it, checks it, and shows the log', async () => {
    const { wrapper, press, fill, submit, router } = await open()
    await press('New claim')
    await fill('What is claimed', 'The quay is closed.')
    await fill('Type', 'date')
    await submit()
    await settled(() => expect(router.currentRoute.value.path).toMatch(/^\/claims\/.+/))
    await settled(() => expect(wrapper.get('.detail h2').text()).toBe('The quay is closed.'))
    await settled(() => expect(wrapper.get('.detail').text()).toContain('Stands alone'))
    await press('Enter a check')
    await fill('Who', 'Ada')
    await fill('How', 'Called the office')
    await submit()
    await settled(() => expect(wrapper.get('.detail .table').text()).toContain('Called the office'))
    await router.push('/claims?view=log')
    await settled(() => expect(wrapper.get('.claims .table').text()).toContain('Ada'))
  })

  it('withdraws a claim and brings it back from the status bar', async () => {
    const { wrapper, press, fill, submit } = await open()
    await press('New claim')
    await fill('What is claimed', 'The quay is closed.')
    await submit()
    await settled(() => expect(wrapper.findAll('.claims a.line')).toHaveLength(1))
    await press('Withdraw the claim')
    await settled(() => expect(wrapper.findAll('.claims a.line')).toHaveLength(0))
    await press('Undo')
    await settled(() => expect(wrapper.findAll('.claims a.line')).toHaveLength(1))
  })

  it('offers nothing that writes where the archive can only be read', async () => {
    const { wrapper } = await open({ readOnly: { reason: 'rights' } })
    const button = wrapper.findAll('button').find((one) => one.text() === 'New claim')
    await settled(() => expect(button?.attributes('disabled')).toBeDefined())
  })
})

describe('the address of a list of claims', () => {
  it('says what it is narrowed to, and leaves out what is no choice', () => {
    const filter = { status: 'open', claimType: 'date', lack: 'unsourced', articleId: fakeId(1, 1) } as const
    expect(queryToClaimFilter(claimFilterToQuery(filter))).toEqual(filter)
    expect(queryToClaimFilter({ status: 'rumour', lack: 'nothing', type: null })).toEqual({})
  })
})
