import type { ByteWindow } from '../byteWindow'
import { photoshopIim } from '../jpeg/photoshopBlocks'
import type { PictureParts, PixelSize } from '../pictureParts'
import { openTiff, type TiffFile } from './openTiff'
import { readDirectories, readDirectory, type TiffDirectory } from './readDirectory'
import { readBytes, readInnerDirectory, readNumber, readNumbers } from './readValue'
import { tags } from './tags'

/** Directories inside a directory, at most. */
const mostInner = 16

/** The directories of pictures: those that follow each other, and those inside the first of them. */
export const pictureDirectories = async (tiff: TiffFile): Promise<TiffDirectory[]> => {
  const directories = await readDirectories(tiff)
  const inner: TiffDirectory[] = []
  const [first] = directories
  const places = first ? await readNumbers(tiff, first, tags.subDirectories) : []
  for (const at of places.slice(0, mostInner)) inner.push(await readDirectory(tiff, at))
  return [...directories, ...inner]
}

const sizeOf = async (tiff: TiffFile, directory: TiffDirectory): Promise<PixelSize | undefined> => {
  const width = await readNumber(tiff, directory, tags.imageWidth)
  const height = await readNumber(tiff, directory, tags.imageHeight)
  return width !== undefined &&
    height !== undefined &&
    width >= 1 &&
    height >= 1 &&
    Number.isSafeInteger(width * height)
    ? { width, height }
    : undefined
}

/** The size of the first directory that is not a smaller copy of another (TIFF 6.0, NewSubfileType), else of the first. */
export const mainSize = async (
  tiff: TiffFile,
  directories: readonly TiffDirectory[],
): Promise<PixelSize | undefined> => {
  const sizes: { readonly size: PixelSize; readonly reduced: boolean }[] = []
  for (const directory of directories) {
    const size = await sizeOf(tiff, directory)
    const kind = (await readNumber(tiff, directory, tags.subfileType)) ?? 0
    if (size) sizes.push({ size, reduced: (kind & 1) === 1 })
  }
  return (sizes.find(({ reduced }) => !reduced) ?? sizes[0])?.size
}

/** What EXIF says of the size of the picture that the camera made. */
export const exifSize = async (tiff: TiffFile, first: TiffDirectory): Promise<PixelSize | undefined> => {
  const exif = await readInnerDirectory(tiff, first, tags.exifDirectory)
  const width = exif && (await readNumber(tiff, exif, tags.pixelWidth))
  const height = exif && (await readNumber(tiff, exif, tags.pixelHeight))
  return width && height ? { width, height } : undefined
}

/** What the directories of a TIFF say; raw formats that are made as a TIFF are read as one. */
export const readTiffPicture = async (window: ByteWindow): Promise<PictureParts> => {
  const tiff = await openTiff(window)
  const directories = await pictureDirectories(tiff)
  const [first] = directories
  if (!first) return {}
  const xmp = await readBytes(tiff, first, tags.xmp)
  const iim = await readBytes(tiff, first, tags.iim)
  const photoshop = await readBytes(tiff, first, tags.photoshop)
  return {
    size: await mainSize(tiff, directories),
    exif: window,
    xmp: xmp ? [xmp] : [],
    iim: [...(iim ? [straight(iim, tiff.little)] : []), ...(photoshop ? photoshopIim(photoshop) : [])],
    manifest: await readBytes(tiff, first, tags.manifest),
  }
}

/** Some writers call the records of IIM long numbers and turn each four bytes round. */
const straight = (bytes: Buffer, little: boolean): Buffer => {
  if (!little || bytes[0] === 0x1c || bytes[3] !== 0x1c) return bytes
  const length = bytes.length - (bytes.length % 4)
  return Buffer.from(bytes.subarray(0, length)).swap32()
}
