import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { preflightRuleNames } from '#shared/preflightRules'
import { bridgeText, harbourText } from '../../fixtures/articleFiles'
import { openTestApp } from '../../fixtures/openTestApp'

it('says of what a pack brings again and the trash holds that it is there, and what to do', async () => {
  const { app, client, finish, folder, close } = await openTestApp()
  onTestFinished(close)
  const bring = async (...names: readonly string[]) => {
    const paths = names.map((name) => join(folder, name))
    const { files } = await finish(app.imports.importNow(paths, { keepUnreadable: false }))
    return files.map(({ outcome, id = '', message }) => ({ outcome, id, message }))
  }
  await writeFile(join(folder, 'harbour.txt'), harbourText)
  await writeFile(join(folder, 'bridge.txt'), bridgeText)
  const [harbour, bridge] = await bring('harbour.txt', 'bridge.txt')
  if (!harbour || !bridge) throw new Error('the files were not imported')
  const waivers = preflightRuleNames.map((rule) => ({ rule, by: 'D. Editor', reason: 'agreed' }))
  const pack = { destination: join(folder, 'pack'), form: 'folder', profile: 'full', waivers } as const
  const { job } = await finish(await app.exports.start({ selection: {}, ...pack }))
  expect(job.error).toBeUndefined()

  await client.trash.remove({ ids: [bridge.id] })
  const whole = 'One of its records is held in the trash. Bring it back from there.'
  expect(await bring('pack')).toMatchObject([{ outcome: 'duplicate', message: whole }])

  await finish(await client.trash.empty({}))
  await client.trash.remove({ ids: [harbour.id] })
  const again = await bring('pack')
  const message = 'Held in the trash. Bring it back from there.'
  expect(again).toContainEqual({ outcome: 'duplicate', id: harbour.id, message })
  expect(again).toContainEqual({ outcome: 'imported', id: bridge.id, message: undefined })
})
