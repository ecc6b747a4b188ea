import type { PictureState } from '../stores/smallPictures'

/** What every browser engine of this program shows. Others are not even asked for: a TIFF may have a gigabyte. */
const shown = /^image\/(jpeg|png|gif|webp|avif|svg\+xml|bmp)$/

const canShow = (mediaType: string | undefined): boolean => mediaType === undefined || shown.test(mediaType)

/** A media type as people write it, and whether the window shows it. */
export const typeWord = (
  mediaType: string | undefined,
): { readonly word: string; readonly canShow: boolean } => {
  const [, type = ''] = mediaType?.split('/') ?? []
  return { word: type.replace(/^x-|\+xml$/g, '').toUpperCase(), canShow: canShow(mediaType) }
}

export interface PictureQuestion {
  readonly small: PictureState | undefined
  readonly mediaType: string | undefined
  readonly isHeld: boolean
  /** The window was given the file and could not show it. */
  readonly isBroken: boolean
  readonly isLarge: boolean
}

/** Where the picture that is shown comes from, or why there is none; `waiting` until that is known. */
export const pictureSource = ({
  small,
  mediaType,
  isHeld,
  isBroken,
  isLarge,
}: PictureQuestion): 'original' | 'small' | 'waiting' | 'not-held' | 'broken' | 'not-shown' => {
  if (!isHeld) return 'not-held'
  const canBeOriginal = canShow(mediaType) && !isBroken
  if (isLarge && canBeOriginal) return 'original'
  if (small === undefined) return 'waiting'
  if (small.state === 'ready') return 'small'
  if (canBeOriginal) return 'original'
  return isBroken ? 'broken' : 'not-shown'
}
