import * as z from 'zod'

export const referenceFormat = z.enum(['csl-json', 'bibtex', 'biblatex', 'ris'])

export type ReferenceFormat = z.infer<typeof referenceFormat>
