import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { longestStyle } from '#shared/contract/references'
import { CuttingsError } from '#shared/errors'
import { styleOfCslId } from '../exporters/csl/styles'
import type { StyleSource } from '../exporters/csl/citing'
import type { Citer } from '../exporters/csl/createCiter'
import { packDisk } from '../exporters/pack/packDisk'
import { writeTable } from '../searches/writeTable'

const addedStyle = z.strictObject({
  id: z.string().regex(/^added-[0-9a-f]{16}$/),
  title: z.string().min(1),
  isNote: z.boolean(),
  cslId: z.string(),
  parent: z.string().optional(),
  xml: z.string().max(longestStyle),
})

export type AddedStyle = Readonly<z.infer<typeof addedStyle>>

export interface AddedStyles {
  /** By title. What cannot be read is passed over: a style is not worth refusing an archive. */
  readonly list: () => Promise<AddedStyle[]>
  /** The same text again is the same style. */
  readonly add: (xml: string) => Promise<AddedStyle>
  readonly remove: (id: string) => Promise<AddedStyle>
  /** What is formatted by: of a dependent style, that of its parent. */
  readonly sourceOf: (style: AddedStyle) => Promise<StyleSource>
}

const most = 100

const idOf = (xml: string): string => `added-${createHash('sha256').update(xml).digest('hex').slice(0, 16)}`

const readStyleAt = async (path: string): Promise<AddedStyle | undefined> => {
  try {
    const stats = await lstat(path)
    if (!stats.isFile() || stats.size > 4 * longestStyle) return undefined
    return addedStyle.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** One file, whole or not at all. */
async function* fileOf(style: AddedStyle) {
  yield await Promise.resolve({ rows: 1, text: `${JSON.stringify(style)}\n` })
}

/** Styles of the user's own, in the archive's folder `styles`, each in a file that is named by its content. */
export const createAddedStyles = (archiveFolder: string, citer: Citer): AddedStyles => {
  const folder = join(archiveFolder, 'styles')
  const pathOf = (id: string): string => join(folder, `${id}.json`)

  const list = async (): Promise<AddedStyle[]> => {
    const names = await readdir(folder).catch((): string[] => [])
    const known = names.filter((name) => /^added-[0-9a-f]{16}\.json$/.test(name)).slice(0, most)
    const styles = await Promise.all(known.map((name) => readStyleAt(join(folder, name))))
    return styles.flatMap((style) => style ?? []).sort((a, b) => (a.title < b.title ? -1 : 1))
  }

  const parentOf = async ({ parent = '' }: Pick<AddedStyle, 'parent'>): Promise<StyleSource | undefined> => {
    const shipped = styleOfCslId(parent)
    if (shipped) return { kind: 'shipped', id: shipped }
    const added = (await list()).find((one) => one.cslId === parent && one.parent === undefined)
    return added && { kind: 'added', xml: added.xml }
  }

  const mustHaveParent = async (style: Pick<AddedStyle, 'parent'>): Promise<StyleSource> => {
    const parent = await parentOf(style)
    if (!parent) throw new CuttingsError('style-parent', { parent: style.parent ?? '' })
    return parent
  }

  return {
    list,
    add: async (xml) => {
      const facts = await citer.check(xml)
      if (facts.parent !== undefined) await mustHaveParent(facts)
      const style: AddedStyle = { id: idOf(xml), ...facts, xml }
      const held = await list()
      if (held.some(({ id }) => id === style.id)) return style
      if (held.length >= most)
        throw new CuttingsError('unavailable', { reason: `${most} styles were added already` })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeTable(pathOf(style.id), fileOf(style), packDisk)
      return style
    },
    remove: async (id) => {
      const style = (await list()).find((one) => one.id === id)
      if (!style) throw new CuttingsError('not-found', { what: 'style' })
      await rm(pathOf(id), { force: true })
      return style
    },
    sourceOf: async (style) =>
      style.parent === undefined ? { kind: 'added', xml: style.xml } : mustHaveParent(style),
  }
}
