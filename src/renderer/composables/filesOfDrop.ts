const filesIn = async (entry: FileSystemEntry): Promise<readonly File[]> => {
  if (entry.isFile)
    return [
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    ]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  for (;;) {
    // A folder is read in batches of a hundred until an empty one comes.
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return files
    for (const one of batch) files.push(...(await filesIn(one)))
  }
}

/**
 * The files of a drop. Where the host knows paths (`hasPaths`) a folder is handed on as it is; where files are uploaded it
 * is walked, since a folder has no content of its own. To be called while the drop's event is handled.
 */
export const filesOfDrop = (data: DataTransfer, hasPaths: boolean): Promise<readonly File[]> => {
  const files = [...data.files]
  if (hasPaths) return Promise.resolve(files)
  const entries = [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry ? [entry] : []
  })
  if (entries.every((entry) => entry.isFile)) return Promise.resolve(files)
  return Promise.all(entries.map(filesIn)).then((found) => found.flat())
}
