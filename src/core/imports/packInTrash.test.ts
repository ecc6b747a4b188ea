import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { plainBibliography, sampleOptions } from '#core/exporters/pack/fixtures/samplePack'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { openTestApp } from '../fixtures/openTestApp'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

it('says of what a pack brings again and the trash holds that it is there, and what to do', async () => {
  const { app, client, finish, folder, close } = await openTestApp(() => ({}))
  onTestFinished(close)
  const pack = join(folder, 'pack')
  await writePack(wholePack, sampleOptions(pack))
  const bring = async () => (await finish(app.imports.importNow([pack], { keepUnreadable: false }))).files
  const [removed = '', destroyed = ''] = (await bring())
    .filter(({ kind, outcome }) => kind === 'article' && outcome === 'imported')
    .map(({ id }) => id)
  await client.trash.remove({ ids: [removed] })
  expect((await bring()).map(({ outcome, message }) => [outcome, message])).toEqual([
    ['duplicate', 'One of its items is held in the trash. Bring it back from there.'],
  ])

  await client.trash.restore({ ids: [removed] })
  await client.trash.remove({ ids: [destroyed] })
  await finish(await client.trash.empty({}))
  await client.trash.remove({ ids: [removed] })
  const again = await bring()
  const said = (id: string) =>
    again.filter((file) => file.id === id).map(({ outcome, message }) => [outcome, message])
  expect(said(removed)).toEqual([['duplicate', 'Held in the trash. Bring it back from there.']])
  expect(said(destroyed)).toEqual([['imported', undefined]])
  expect((await client.trash.list({})).total).toBe(1)
})
