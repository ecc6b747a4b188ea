import { expect, type Page } from '@playwright/test'

/** Where the keyboard is. */
export const focusOf = (page: Page) => ({
  /** Never lost, and never where one cannot see it: a ring, or the active row of the list that has it. */
  expectVisible: () =>
    expect
      .poll(() =>
        page.evaluate(() => {
          const focused = document.activeElement
          if (!focused || focused === document.body) return 'the focus is lost'
          const rows = focused.getAttribute('aria-activedescendant')
          const shown = rows ? (document.getElementById(rows) ?? focused) : focused
          const { width, height } = shown.getBoundingClientRect()
          if (width === 0 || height === 0) return `the focus is on what is not shown: ${focused.tagName}`
          return 'seen'
        }),
      )
      .toBe('seen'),
})
