import { basename, join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'

type Purpose = 'import' | 'verify'

const titles = {
  import: { files: 'Import files', folder: 'Import a folder', button: 'Look' },
  verify: { files: 'Verify a pack (zip)', folder: 'Verify a pack (folder)', button: 'Verify' },
} as const

/** The system's own dialogs, over the window. Each answers nothing where it was closed without a choice. */
export const createDialogs = (window: () => BrowserWindow, documents: string) => {
  const choose = async (options: OpenDialogOptions): Promise<readonly string[] | undefined> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options)
    return canceled || filePaths.length === 0 ? undefined : filePaths
  }
  const save = async (
    title: string,
    button: string,
    name: string,
    zip: boolean,
  ): Promise<string | undefined> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title,
      buttonLabel: button,
      defaultPath: join(documents, name),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      ...(zip ? { filters: [{ name: 'Zip', extensions: ['zip'] }] } : {}),
    })
    return canceled || filePath === '' ? undefined : filePath
  }
  return {
    files: (purpose: Purpose) =>
      choose({
        title: titles[purpose].files,
        buttonLabel: titles[purpose].button,
        properties: purpose === 'import' ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    folder: async (purpose: Purpose) => {
      const paths = await choose({
        title: titles[purpose].folder,
        buttonLabel: titles[purpose].button,
        properties: ['openDirectory'],
      })
      return paths?.[0]
    },
    watched: async () => {
      const paths = await choose({
        title: 'Watch a folder',
        buttonLabel: 'Watch',
        properties: ['openDirectory'],
      })
      return paths?.[0]
    },
    destination: (form: 'folder' | 'zip', name: string) =>
      save('Where the citation pack goes', 'Write', basename(name), form === 'zip'),
    archive: async () => {
      const paths = await choose({
        title: 'Open another archive',
        buttonLabel: 'Open',
        defaultPath: documents,
        properties: ['openDirectory'],
      })
      return paths?.[0]
    },
    newArchive: () => save('New archive', 'Make', 'Cuttings 2', false),
  }
}

export type Dialogs = ReturnType<typeof createDialogs>
