import { useI18n } from 'vue-i18n'

/** Why a photo has no small picture, in a few words for a tile or in a sentence. A reason that is not known says so. */
export const usePictureReason = (): ((reason: string, length: 'short' | 'long') => string) => {
  const { t, te } = useI18n()
  return (reason, length) =>
    te(`photos.none.${reason}.${length}`)
      ? t(`photos.none.${reason}.${length}`)
      : t(`photos.none.other.${length}`)
}
