import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Options, type ZipFile } from 'yauzl'
import { openAgeFile, type AgeFile } from './openAgeFile'
import type { Unlock } from './types'

/** How yauzl asks for the bytes of a zip that is no file of its own. */
class AgeReader extends RandomAccessReader {
  constructor(private readonly file: AgeFile) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.read(start, end), { objectMode: false })
  }

  override close(callback: (error: Error | null) => void): void {
    this.file.close().then(() => callback(null), callback)
  }
}

/** Opens an encrypted zip without unpacking or decrypting it to anywhere. */
export const openAgeZip = async (path: string, unlock: Unlock, options: Options): Promise<ZipFile> => {
  const file = await openAgeFile(path, unlock)
  try {
    return await fromRandomAccessReaderPromise(new AgeReader(file), file.size, options)
  } catch (error) {
    await file.close()
    throw error
  }
}
