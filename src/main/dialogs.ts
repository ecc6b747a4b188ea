import { basename, join } from 'node:path'
import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron'
import type { FilePurpose, WrittenForm } from '#shared/contract/host'

const titles = {
  import: { files: 'Import files', folder: 'Import a folder', button: 'Look' },
  verify: { files: 'Verify a pack (zip)', folder: 'Verify a pack (folder)', button: 'Verify' },
  list: { files: 'Choose a list of queries', button: 'Choose' },
} as const

const written: Readonly<Record<WrittenForm, { readonly title: string; readonly filter?: string }>> = {
  folder: { title: 'Where the citation pack goes' },
  zip: { title: 'Where the citation pack goes', filter: 'Zip' },
  age: { title: 'Where the encrypted pack goes', filter: 'Encrypted by age' },
  csv: { title: 'Where the table goes', filter: 'CSV' },
  jsonl: { title: 'Where the list goes', filter: 'JSON lines' },
  json: { title: 'Where the references go', filter: 'CSL-JSON' },
  bib: { title: 'Where the references go', filter: 'BibTeX' },
  ris: { title: 'Where the references go', filter: 'RIS' },
}

const crashed = {
  type: 'error',
  message: 'The window stopped, and stopped again when it was opened anew.',
  detail:
    'The archive is kept by a process of its own and is unharmed: what had been saved stays saved. Open the window once more, or quit and start Cuttings again.',
  buttons: ['Open again', 'Quit'],
  defaultId: 0,
  cancelId: 1,
} as const

/** Whether a window that crashes again and again is to be opened once more; what it shows is the system's, as the page shows nothing. */
export const askAfterCrash = async (): Promise<boolean> =>
  (await dialog.showMessageBox({ ...crashed, buttons: [...crashed.buttons] })).response === 0

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
    filters: FileFilter[],
    folder = documents,
  ): Promise<string | undefined> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title,
      buttonLabel: button,
      defaultPath: join(folder, name),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      ...(filters.length > 0 ? { filters } : {}),
    })
    return canceled || filePath === '' ? undefined : filePath
  }
  return {
    files: (purpose: FilePurpose) =>
      choose({
        title: titles[purpose].files,
        buttonLabel: titles[purpose].button,
        properties: purpose === 'import' ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    folder: async (purpose: Exclude<FilePurpose, 'list'>) => {
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
    destination: (form: WrittenForm, name: string) => {
      const { title, filter } = written[form]
      return save(
        title,
        'Write',
        basename(name),
        filter === undefined ? [] : [{ name: filter, extensions: [form] }],
      )
    },
    pdf: (name: string, folder: string) =>
      save('Where the PDF goes', 'Write', name, [{ name: 'PDF', extensions: ['pdf'] }], folder),
    archive: async () => {
      const paths = await choose({
        title: 'Open another archive',
        buttonLabel: 'Open',
        defaultPath: documents,
        properties: ['openDirectory'],
      })
      return paths?.[0]
    },
    newArchive: () => save('New archive', 'Make', 'Cuttings 2', []),
  }
}

export type Dialogs = ReturnType<typeof createDialogs>
