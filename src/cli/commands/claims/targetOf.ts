import { CuttingsError } from '#shared/errors'
import type { ArchiveClient } from '#shared/contract/archive'
import type { PassageTarget } from '#shared/model/selector'
import { currentVersion } from '#shared/model/support'
import type { Options } from '../../types'

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))

const usage = (reason: string): CuttingsError => new CuttingsError('usage', { reason })

/** A passage of the newest version of `--article`, or the `--words` in it; undefined where no article is named. */
export const targetOf = async (
  client: ArchiveClient,
  options: Options,
): Promise<PassageTarget | undefined> => {
  const [articleId, label, words] = [options['article'], options['passage'], options['words']].map(textOf)
  if (articleId === undefined) {
    if (label !== undefined || words !== undefined) throw usage('a passage is one of an --article')
    return undefined
  }
  if (label === undefined) throw usage('--article wants the --passage that is meant')
  const { article } = await client.articles.get({ id: articleId })
  const version = currentVersion(article)
  const passage = version.passages.find((one) => one.label === label)
  if (!passage) throw new CuttingsError('not-found', { what: `passage ${label}` })
  const whole = { articleId, versionId: version.id, passage: label }
  if (words === undefined) return whole
  const at = passage.text.indexOf(words.normalize('NFC'))
  if (at < 0) throw usage(`passage ${label} does not have these words`)
  const offset = Array.from(passage.text.slice(0, at)).length
  const end = offset + Array.from(words.normalize('NFC')).length
  return client.quotes.select({
    articleId,
    versionId: version.id,
    from: { passage: label, offset },
    to: { passage: label, offset: end },
  })
}
