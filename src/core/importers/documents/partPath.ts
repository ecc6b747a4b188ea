/** Where a reference inside an archive leads: `../media/a.png` seen from `word/x/y.xml`. It names a part, never a file. */
export const partPath = (from: string, reference: string): string => {
  const [bare = ''] = reference.split(/[?#]/)
  const plain = decoded(bare).replaceAll('\\', '/')
  const steps = plain.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
