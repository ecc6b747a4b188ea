import { Option } from 'commander'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { citeForm, type CiteForm } from '#shared/contract/references'
import { readId } from '../readId'
import type { Command } from '../types'

interface CiteOptions {
  readonly style: string
  readonly locale: string
  readonly form: CiteForm
  readonly locator?: string
  readonly template?: string
}

export const citeCommand: Command = {
  name: 'cite',
  summary: 'write references, articles and photos in a citation style, or as an attribution',
  describe: (program) =>
    program
      .argument(
        '<id...>',
        'ids of references, articles or photos',
        (value: string, before: readonly string[] = []) => [...before, readId(value)],
      )
      .option('--style <style>', 'a style that ships, or one that was added', 'chicago-notes')
      .option('--locale <locale>', 'the language of its words and dates', 'en-US')
      .addOption(
        new Option('--form <form>', 'an entry, a note, a place in a text, or a line by a template')
          .choices(citeForm.options)
          .default('bibliography'),
      )
      .option('--locator <page>', 'the page that is cited')
      .option('--template <text>', 'another template for an attribution or a source line'),
  run: (context, [ids], options) =>
    context.withApp('read', async (app) => {
      const { style, locale, form, locator, template } = options as unknown as CiteOptions
      const { text, html, markdown } = await createDirectClient(app).references.cite({
        subject: { ids: [...(ids as readonly string[])] },
        form,
        style,
        locale,
        ...(locator === undefined ? {} : { locator }),
        ...(template === undefined ? {} : { template }),
      })
      context.output.result({ event: 'cited', style, locale, form, text, html, markdown }, text)
      return 0
    }),
}
