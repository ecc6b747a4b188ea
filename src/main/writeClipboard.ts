import * as electron from 'electron'

/** Electron before 45, in which the tests run too. */
interface OlderClipboard {
  readonly write: (forms: { readonly text: string; readonly html: string }) => void
}

/** Puts a text on the clipboard, and the same with its look where there is one. */
export const writeClipboard = async ({
  text,
  html,
}: {
  text: string
  html?: string | undefined
}): Promise<void> => {
  const { clipboard } = electron
  if (html === undefined) return clipboard.writeText(text)
  if ('ClipboardItem' in electron)
    return clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })])
  const older: unknown = clipboard
  ;(older as OlderClipboard).write({ text, html })
}
