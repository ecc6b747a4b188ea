import type { Page } from '@playwright/test'
import { packOf } from './packOf'
import { verifyOf } from './verifyOf'

/** Signing, encrypting and comparing packs, and knowing keys. */
export const sealingOf = (page: Page) => {
  const { pane, made } = packOf(page)
  const verify = verifyOf(page).pane
  const unlock = page.getByRole('form', { name: 'This pack is encrypted' })
  return {
    keyName: pane.getByLabel('What the key is called'),
    makeKey: pane.getByRole('button', { name: 'Make a key' }),
    sign: pane.getByRole('checkbox', { name: /^Sign with your key/ }),
    toPassphrase: pane.getByRole('radio', { name: /^To a passphrase/ }),
    passphrase: pane.getByLabel('Passphrase', { exact: true }),
    again: pane.getByLabel('The same again'),
    compare: pane.getByRole('button', { name: 'Compare with a pack…' }),
    since: pane.getByRole('region', { name: 'Since the last pack' }),
    comparing: pane.getByRole('region', { name: 'Comparing with the pack' }),
    words: made.getByRole('list', { name: 'In twelve words' }).getByRole('listitem'),
    unlock: async (passphrase: string) => {
      await unlock.getByLabel('Passphrase', { exact: true }).fill(passphrase)
      await page.keyboard.press('Enter')
    },
    unlockForm: unlock,
    wrong: verify.getByText('This passphrase or identity does not open the pack.'),
    wanted: verify.getByText('This pack is encrypted. Nothing was read from it.'),
    strangerName: verify.getByLabel('Whose key it is'),
    addKey: verify.getByRole('button', { name: 'Add this key' }),
    knownKeys: verify.getByRole('region', { name: 'Keys that you know' }),
  }
}
