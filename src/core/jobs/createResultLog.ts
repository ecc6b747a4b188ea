import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FileResult } from '#shared/contract/jobs'

/** Results that are put away together. */
const chunkSize = 256

/** What became of each file of a job, in order. An import of 100,000 files is reported whole, and held in little memory. */
export interface ResultLog {
  readonly length: () => number
  readonly add: (file: FileResult) => void
  /** Results from one number up to another, without that. */
  readonly slice: (from: number, to: number) => FileResult[]
}

const pack = (files: readonly FileResult[]): Buffer => deflateRawSync(JSON.stringify(files), { level: 1 })

/** Made by `pack` in this process: nothing foreign is read here. */
const unpack = (chunk: Buffer): FileResult[] =>
  JSON.parse(inflateRawSync(chunk).toString('utf8')) as FileResult[]

export const createResultLog = (): ResultLog => {
  const chunks: Buffer[] = []
  let newest: FileResult[] = []
  /** The chunk that was read last: whoever reads goes on where they were. */
  let read: { readonly at: number; readonly files: FileResult[] } | undefined

  const chunkAt = (at: number): readonly FileResult[] => {
    const chunk = chunks[at]
    if (!chunk) return newest
    if (read?.at !== at) read = { at, files: unpack(chunk) }
    return read.files
  }

  const length = (): number => chunks.length * chunkSize + newest.length
  return {
    length,
    add: (file) => {
      newest.push(file)
      if (newest.length < chunkSize) return
      chunks.push(pack(newest))
      newest = []
    },
    slice: (from, to) => {
      const files: FileResult[] = []
      const end = Math.min(to, length())
      for (let at = Math.max(0, from); at < end;) {
        const start = Math.floor(at / chunkSize) * chunkSize
        const part = chunkAt(start / chunkSize).slice(at - start, end - start)
        files.push(...part)
        at += part.length
      }
      return files
    },
  }
}
