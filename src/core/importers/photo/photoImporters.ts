import type { Importer } from '../types'
import { createPhotoImporter } from './createPhotoImporter'
import { pictureFormats } from './pictureFormats'
import { rawFormats } from './rawFormats'
import { sidecarImporter } from './sidecarImporter'
import { svgImporter } from './svgImporter'

/** Every kind of picture that is a photo, and the XMP file of one that is not at hand. */
export const photoImporters: readonly Importer[] = [
  ...pictureFormats.map(createPhotoImporter),
  ...rawFormats.map(createPhotoImporter),
  sidecarImporter,
  svgImporter,
]
