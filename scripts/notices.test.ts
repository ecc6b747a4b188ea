import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { notices } from './notices.mjs'

it('names in THIRD-PARTY-NOTICES what is installed and ships (npm run notices writes it)', () => {
  const written = readFileSync(new URL('../THIRD-PARTY-NOTICES', import.meta.url), 'utf8')
  expect(notices() === written).toBe(true)
})
