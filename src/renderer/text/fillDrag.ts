/** What a drag brings into another program: words, and their look for those that take it. */
export const fillDrag = ({ dataTransfer }: DragEvent, text: string, html?: string): void => {
  if (!dataTransfer) return
  if (html !== undefined) dataTransfer.setData('text/html', html)
  dataTransfer.setData('text/plain', text)
  dataTransfer.effectAllowed = 'copy'
}
