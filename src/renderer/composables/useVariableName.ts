import { useI18n } from 'vue-i18n'

/** What a variable of CSL is called in the page; its own name where it has none there. */
export const useVariableName = (): ((variable: string) => string) => {
  const { t, te } = useI18n()
  return (variable) => {
    const key = `fields.csl.${variable.replace('custom.', '')}`
    return te(key) ? t(key) : variable
  }
}
