import type { SourceFields } from '../records/sourceShapes'
import { plainWords, wholeCharacters } from '../searches/plainWords'

const lines = (text: string): string =>
  wholeCharacters(text)
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()

const filled = (texts: readonly string[]): string[] => [...new Set(texts.map(plainWords))].filter(Boolean)

/** As it can be stored: NFC, line ends as LF, no control characters, nothing that is empty. */
export const cleanFields = ({ owner, houseNote, ...fields }: SourceFields): SourceFields => {
  const [cleanOwner, cleanNote] = [owner && plainWords(owner), houseNote && lines(houseNote)]
  return {
    ...fields,
    name: plainWords(fields.name),
    aliases: filled(fields.aliases),
    warnings: filled(fields.warnings),
    ...(cleanOwner ? { owner: cleanOwner } : {}),
    ...(cleanNote ? { houseNote: cleanNote } : {}),
  }
}
