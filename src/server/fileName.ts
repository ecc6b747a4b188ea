/** The last name of what a browser called a file, fit for a folder of ours on any system. */
export const safeFileName = (given: string): string => {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/[. ]+$/, '')
  const bytes = Buffer.from(plain || 'file')
  if (bytes.length <= 200) return plain || 'file'
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  // A cut in the middle of a character leaves a replacement character, which is no part of the name.
  return (
    bytes
      .subarray(0, 200 - ending.length)
      .toString()
      .replace(/\ufffd+$/, '') + ending
  )
}
