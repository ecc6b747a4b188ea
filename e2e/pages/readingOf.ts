import type { Page } from '@playwright/test'

/** The pane in which one record is read. */
export const readingOf = (page: Page) => {
  const pane = page.getByRole('article', { name: 'Reading' })
  const text = pane.getByRole('list', { name: 'Text' })
  const summary = pane.getByRole('list', { name: 'Summary points' })
  const link = (label: string) => page.getByRole('link', { name: new RegExp(`^Passage ${label}:`) })
  const lists = text.or(summary)
  return {
    pane,
    text,
    /** What scrolls: the text, between the head of the pane and its end. */
    body: pane.locator('.reader'),
    headline: pane.getByRole('heading', { level: 2 }).first(),
    summaryPoints: summary.getByRole('listitem'),
    /** All passages of the text, each by its number, which is a link to it. */
    passageLinks: text.getByRole('link', { name: /^Passage \d+:/ }),
    /** The number of one passage: its name says what it rests on. */
    passageLink: (label: string) => text.getByRole('link', { name: new RegExp(`^Passage ${label}:`) }),
    /** A passage with its source lines and citations, in the text or among the summary points. */
    passage: (label: string) => lists.getByRole('listitem').filter({ has: link(label) }),
    /** Words of a passage that a claim, its evidence or a note is about. */
    borne: (label: string) =>
      lists
        .getByRole('listitem')
        .filter({ has: link(label) })
        .locator('.borne'),
    overview: pane.getByRole('region', { name: 'What it rests on, paragraph by paragraph' }),
    figures: text.getByRole('figure'),
    /** On the page of a source: the passages that cite it, each a way to its place. */
    citing: pane.getByRole('button', { name: /As printed/ }),
    /** What stands behind the text, folded away. */
    part: (title: string) => pane.getByRole('group').filter({ hasText: title }),
  }
}
