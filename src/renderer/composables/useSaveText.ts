import { useHostStore } from '../stores/hostStore'
import { useCopy } from './useCopy'

/** Hands a text out as a file where the host downloads, else by the clipboard. */
export const useSaveText = (): ((text: string, fileName: string, said: string) => void) => {
  const host = useHostStore()
  const copy = useCopy()
  return (text, fileName, said) => {
    if (!host.capabilities.download) {
      void copy(text, said)
      return
    }
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    download(address, fileName)
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
}

/** Lets the browser download what stands at an address of this page's own host. */
export const download = (address: string, fileName: string): void => {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
