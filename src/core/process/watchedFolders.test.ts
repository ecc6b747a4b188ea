import { beforeEach, describe, expect, it } from 'vitest'
import { createWatchedFolders, toLabel, type WatchedFolders } from './watchedFolders'

describe('the folders that are watched', () => {
  let kept: Record<string, readonly string[]>
  let watched: WatchedFolders
  beforeEach(() => {
    kept = {}
    watched = createWatchedFolders({
      read: (archive) => kept[archive] ?? [],
      write: (archive, paths) => {
        kept[archive] = paths
        return Promise.resolve()
      },
    })
  })

  it('are kept for each archive alone, each once, and none to begin with', async () => {
    expect(watched.of('/A')).toEqual([])
    await watched.add('/A', '/in/desk')
    await watched.add('/A', '/in/desk')
    expect(watched.of('/A')).toMatchObject([{ name: 'desk', path: '/in/desk' }])
    expect(watched.of('/B')).toEqual([])
  })

  it('are known to a page by a name and a token that say nothing of their place', async () => {
    const label = toLabel(await watched.add('/A', '/home/someone/desk'))
    expect(Object.keys(label)).toEqual(['token', 'name'])
    expect(JSON.stringify(label)).not.toContain('someone')
    expect(watched.of('/A').map(toLabel)).toEqual([label])
  })

  it('are given up by their token, and by no other', async () => {
    const { token } = await watched.add('/A', '/in/desk')
    await watched.remove('/A', 'another-token')
    await watched.remove('/B', token)
    expect(watched.of('/A')).toHaveLength(1)
    await watched.remove('/A', token)
    expect(watched.of('/A')).toEqual([])
  })
})
