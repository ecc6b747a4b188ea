/** What every browser engine of this program shows. Others are not even asked for: a TIFF may have a gigabyte. */
const shown = /^image\/(jpeg|png|gif|webp|avif|svg\+xml|bmp)$/

/** Whether the page can show a picture of this media type. */
export const isShowable = (mediaType: string): boolean => shown.test(mediaType)
