import { useI18n } from 'vue-i18n'
import { useImportStore } from '../../stores/importStore'

/** The short name of a format; the registry's own name where the page has none, else its id. */
export const useFormatName = (): ((id: string | undefined) => string) => {
  const { t, te } = useI18n()
  const store = useImportStore()
  return (id = 'none') =>
    te(`import.formats.${id}`)
      ? t(`import.formats.${id}`)
      : (store.formats.find((format) => format.id === id)?.name ?? id)
}
