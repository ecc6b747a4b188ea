import type { Photo } from '#shared/model/photo'

/** What a photo is called by: what it says of itself, else the name of its file. */
export const photoTitle = ({ fields, fileName }: Pick<Photo, 'fields' | 'fileName'>): string | undefined =>
  fields['headline'] ?? fields['title'] ?? fields['description'] ?? fileName
