import type { RenderProcessGoneDetails, WebContents } from 'electron'

export interface PageMenderOptions {
  readonly contents: Pick<WebContents, 'on' | 'reload'>
  /** Asks whether to open the page once more, where that did not help for long; false is to end the application. */
  readonly ask: () => Promise<boolean>
  readonly quit: () => void
  readonly log: (message: string, cause: unknown) => void
  /** Milliseconds. */
  readonly now: () => number
}

export interface PageMender {
  /** Whether the page on show was opened in the place of one that crashed. */
  readonly isRestored: () => boolean
}

/** A page that crashes again within so many milliseconds would do so for ever. */
const soon = 60_000

/** A page whose process is gone leaves an empty window: it is opened again where it was. The archive has a process of its own. */
export const createPageMender = ({ contents, ask, quit, log, now }: PageMenderOptions): PageMender => {
  let lastCrash = -Infinity
  let restored = false

  const open = (): void => {
    restored = true
    contents.reload()
  }
  const mend = async (details: RenderProcessGoneDetails): Promise<void> => {
    log('the page crashed', new Error(`${details.reason}, exit code ${details.exitCode}`))
    const again = now() - lastCrash < soon
    lastCrash = now()
    if (!again || (await ask())) open()
    else quit()
  }

  contents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void mend(details)
  })
  return { isRestored: () => restored }
}
