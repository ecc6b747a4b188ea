import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './fixtures/runProgram'

const files = 40

const idsIn = async (archive: string): Promise<Set<string | undefined>> => {
  const list = run(['list', '--kind', 'article', '--archive', archive])
  expect(await list.ended).toBe(0)
  return new Set(list.lines.map((line) => line.id))
}

describe('work that is killed', () => {
  let folder = ''
  let input = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-kill-'))
    input = join(folder, 'input')
    await mkdir(input)
    for (let n = 0; n < files; n += 1)
      await writeFile(
        join(input, `report-${n}.txt`),
        `Report number ${n}\n\nThe harbour was measured ${n} times.\n\nSource: Example Wire\n`,
      )
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  for (const after of [1, 34])
    it(`has lost nothing of an import that it called imported, after ${after} of ${files} files`, async () => {
      const archive = join(folder, `archive-${after}`)
      expect(await run(['init', archive]).ended).toBe(0)
      let seen = 0
      const killed = run(['import', '--archive', archive, input], (line, child) => {
        if (line.event === 'imported') seen += 1
        if (seen === after) child.kill('SIGKILL')
      })
      await killed.ended
      const promised = killed.lines.filter((line) => line.event === 'imported').map((line) => line.id)
      expect(promised.length).toBeGreaterThanOrEqual(after)

      const held = await idsIn(archive)
      expect(promised.filter((id) => !held.has(id))).toEqual([])
      const verified = run(['verify', '--archive', archive])
      expect(await verified.ended).toBe(0)
      expect(verified.lines.at(-1)).toMatchObject({ event: 'verified', ok: true, problems: 0 })

      const again = run(['import', '--archive', archive, input])
      expect(await again.ended).toBe(0)
      const done = again.lines.at(-1)
      expect((done?.imported ?? 0) + (done?.duplicates ?? 0)).toBe(files)
      expect((await idsIn(archive)).size).toBe(files)
      expect(await readdir(join(archive, 'staging'))).toEqual([])
    })

  it('leaves only whole items of a pack, and brings the rest when it is imported again', async () => {
    const [from, to] = [join(folder, 'pack-from'), join(folder, 'pack-to')]
    const pack = join(folder, 'large-pack')
    const texts = join(folder, 'many')
    const many = 120
    await mkdir(texts)
    for (let n = 0; n < many; n += 1)
      await writeFile(join(texts, `${n}.txt`), `Report ${n}\n\nWord ${n}.\n\nSource: Wire ${n % 5}\n`)
    for (const archive of [from, to]) expect(await run(['init', archive]).ended).toBe(0)
    expect(await run(['import', '--archive', from, texts]).ended).toBe(0)
    expect(await run(['export', pack, '--archive', from]).ended).toBe(0)
    const killed = run(['import', '--archive', to, pack], (line, child) => {
      if (line.event === 'imported') child.kill('SIGKILL')
    })
    await killed.ended
    const promised = killed.lines.filter((line) => line.event === 'imported').map((line) => line.id)
    const held = await idsIn(to)
    expect(promised.length).toBeGreaterThan(0)
    expect(promised.filter((id) => !held.has(id))).toEqual([])
    expect(held.size).toBeLessThan(many)
    const verified = run(['verify', '--archive', to])
    expect(await verified.ended).toBe(0)
    expect(verified.lines.at(-1)).toMatchObject({ ok: true, problems: 0 })

    const again = run(['import', '--archive', to, pack])
    expect(await again.ended).toBe(0)
    expect(again.lines.at(-1)).toMatchObject({ imported: many - held.size, duplicates: held.size })
    expect(await idsIn(to)).toEqual(await idsIn(from))
  })

  it('is noticed by this test where a record is lost after it was promised', async () => {
    const [archive, empty] = [join(folder, 'control'), join(folder, 'empty')]
    await run(['init', archive]).ended
    await run(['init', empty]).ended
    const whole = run(['import', '--archive', archive, join(input, 'report-0.txt')])
    await whole.ended
    const promised = whole.lines.find((line) => line.event === 'imported')?.id
    expect((await idsIn(archive)).has(promised)).toBe(true)
    await copyFile(join(empty, 'catalogue.sqlite'), join(archive, 'catalogue.sqlite'))
    expect((await idsIn(archive)).has(promised)).toBe(false)
  })

  for (const [form, share] of [
    ['pack', 0.2],
    ['pack.zip', 0.6],
    ['pack', 0.9],
  ] as const)
    it(`leaves no half ${form} at its place, where the export is killed at ${share} of its time`, async () => {
      const archive = join(folder, `from-${form}-${share}`)
      const out = join(folder, `out-${form}-${share}`)
      await mkdir(out)
      await run(['init', archive]).ended
      const few = [1, 2, 3].map((n) => join(input, `report-${n}.txt`))
      await run(['import', '--archive', archive, ...few]).ended
      const began = Date.now()
      expect(await run(['export', join(out, `whole-${form}`), '--archive', archive]).ended).toBe(0)
      const killed = run(['export', join(out, form), '--archive', archive])
      setTimeout(() => killed.child.kill('SIGKILL'), (Date.now() - began) * share)
      await killed.ended
      // Killed or just done: what stands under the name is whole, or nothing does.
      if ((await readdir(out)).includes(form)) expect(await run(['verify', join(out, form)]).ended).toBe(0)
      expect(await run(['export', join(out, `again-${form}`), '--archive', archive]).ended).toBe(0)
      expect(await run(['verify', '--archive', archive]).ended).toBe(0)
    })
})
