import { open } from 'node:fs/promises'
import { longestStyle } from '#shared/contract/references'
import { CuttingsError } from '#shared/errors'
import { shippedLocales } from '../exporters/csl/locales'
import { refuseStyle } from '../exporters/csl/refuseStyle'
import { citedWorkOf } from '../references/citedWorkOf'
import { toCitationStyle } from '../references/createCiting'
import { missingFields } from '../references/missingFields'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { markDamaged } from './markDamaged'
import { found, recordsOfKind } from '../store/found'

/** The text of a style that the user chose; a longer file is no style, and is not read to its end. */
const readStyleText = async (path: string): Promise<string> => {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new CuttingsError('style-unreadable', { reason: 'the file cannot be opened' }, { cause })
  })
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return refuseStyle('it is no file')
    if (stats.size > longestStyle) return refuseStyle(`it is longer than ${longestStyle} bytes`)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

export const referenceHandlers = (os: ArchiveImplementer, services: Services) => {
  const { references, pathOf } = services
  const { catalogue } = services.archive

  return {
    get: os.references.get.handler(({ input }) => {
      const reference = found(catalogue, 'reference', input.id)
      const [source] = recordsOfKind(catalogue, 'source', [reference.sourceId])
      return {
        reference,
        ...(source ? { source } : {}),
        digests: catalogue.digestsOf(reference.id),
        cited: catalogue.citedBy(reference.id).citations,
        missing: missingFields(reference.csl),
        ...markDamaged(catalogue, reference),
      }
    }),
    create: os.references.create.handler(({ input }) => references.editing.create(input)),
    save: os.references.save.handler(({ input: { id, ...draft } }) => references.editing.save(id, draft)),
    complete: os.references.complete.handler(({ input }) =>
      references.completion.complete(input.variable, input.text, input.limit),
    ),
    styles: os.references.styles.handler(async () => ({
      styles: await references.citing.styles(),
      locales: [...shippedLocales],
    })),
    addStyle: os.references.addStyle.handler(async ({ input }) => {
      const text = 'text' in input ? input.text : await readStyleText(await pathOf(input.token))
      return toCitationStyle(await references.styles.add(text))
    }),
    removeStyle: os.references.removeStyle.handler(async ({ input }) => ({
      text: (await references.styles.remove(input.id)).xml,
    })),
    cite: os.references.cite.handler(({ input, signal }) => {
      const { subject, ...asked } = input
      if ('ids' in subject)
        return references.citing.cite({
          ...asked,
          signal,
          works: subject.ids.map((id) => citedWorkOf(catalogue, id)),
        })
      const [source] = recordsOfKind(catalogue, 'source', [subject.sourceId])
      return references.citing.cite({
        ...asked,
        signal,
        works: [{ csl: subject.item, source: source?.name }],
      })
    }),
    export: os.references.export.handler(async ({ input }) => {
      const { selection, format, destination } = input
      return { jobId: (await references.lists.start(selection, format, await pathOf(destination))).id }
    }),
  }
}
