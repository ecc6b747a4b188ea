import * as z from 'zod'
import { source } from '../model/citation'
import { mostCited } from '../mostCited'
import { cslItem, reference } from '../model/reference'
import { id } from '../model/scalars'
import { damaged, nothing, reads, writes } from './base'
import { selection, token } from './work'

export const referenceFormat = z.enum(['csl-json', 'bibtex', 'biblatex', 'ris'])

/** Words of a citation that look alike. */
export const citedRun = z.object({
  text: z.string(),
  italic: z.boolean().optional(),
  bold: z.boolean().optional(),
  smallCaps: z.boolean().optional(),
  underlined: z.boolean().optional(),
  raised: z.boolean().optional(),
  lowered: z.boolean().optional(),
})

/** A style that ships or was added. `isNote`: it cites in notes, others in the text. */
export const citationStyle = z.object({
  id: z.string(),
  title: z.string(),
  isNote: z.boolean(),
  isAdded: z.boolean(),
})

/** `text` and `note`: one place of a text, or one note; the last two are templates and need no style. */
export const citeForm = z.enum(['bibliography', 'note', 'text', 'attribution', 'source-line'])

/** The same in four forms; `html` has no mark but those of a run. */
export const cited = z.object({
  entries: z.array(z.array(citedRun)),
  html: z.string(),
  markdown: z.string(),
  text: z.string(),
})

/** What is cited: references, articles and photos of the archive, or a reference that is being edited. */
const citeSubject = z.union([
  z.object({ ids: z.array(id).min(1).max(mostCited) }),
  z.object({ item: cslItem, sourceId: id.optional() }),
])

const key = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/)

/** UTF-16 units of a style. */
export const longestStyle = 1_000_000

export const references = {
  get: reads.input(z.object({ id })).output(
    z.object({
      reference,
      source: source.optional(),
      /** Articles that are based on it, as digests of it. */
      digests: z.array(z.object({ id, headline: z.string() })),
      cited: z.int(),
      /** Variables that an item of its type wants and that it has not; alternatives are parted by `|`. */
      missing: z.array(z.string()),
      damaged,
    }),
  ),
  /** Without a key it gets one, of its author, year and title. Throws `key-taken`. */
  create: writes
    .input(z.object({ csl: cslItem.omit({ id: true }), key: key.optional(), sourceId: id.optional() }))
    .output(reference),
  /** One event; none where nothing changed. The key stays unless another is given. Throws `key-taken`. */
  save: writes
    .input(z.object({ id, csl: cslItem.omit({ id: true }), key: key.optional(), sourceId: id.optional() }))
    .output(reference),
  /** Values of a variable that references of the archive have and that begin like this, the most frequent first. */
  complete: reads
    .input(
      z.object({
        variable: z.string().max(60),
        text: z.string().max(200),
        limit: z.int().min(1).max(50).default(12),
      }),
    )
    .output(z.array(z.string())),
  styles: reads
    .input(nothing)
    .output(z.object({ styles: z.array(citationStyle), locales: z.array(z.string()) })),
  /** A `.csl` file. Throws `style-unreadable`, `style-slow`, `style-parent`. */
  addStyle: writes
    .input(z.union([z.object({ token }), z.object({ text: z.string().min(1).max(longestStyle) })]))
    .output(citationStyle),
  /** Answers with its text, so that it can be added again. */
  removeStyle: writes.input(z.object({ id: z.string().max(100) })).output(z.object({ text: z.string() })),
  cite: reads
    .input(
      z.object({
        subject: citeSubject,
        form: citeForm,
        style: z.string().max(100).default('chicago-notes'),
        locale: z.string().max(20).default('en-US'),
        locator: z.string().max(100).optional(),
        /** Instead of the one that ships, for `attribution` and `source-line`. */
        template: z.string().max(500).optional(),
      }),
    )
    .output(cited),
  /** A list of references of the selection, as a job that ends as `table`; what a format cannot hold is in its report. */
  export: reads
    .input(z.object({ selection, format: referenceFormat, destination: token }))
    .output(z.object({ jobId: id })),
}

export type ReferenceFormat = z.infer<typeof referenceFormat>
export type CitedRun = Readonly<z.infer<typeof citedRun>>
export type CitationStyle = Readonly<z.infer<typeof citationStyle>>
export type CiteForm = z.infer<typeof citeForm>
export type CitedText = Readonly<z.infer<typeof cited>>
