import type { Photo } from '#shared/model/photo'
import { html, type Html } from './html'
import { packPage } from './packPage'
import { readableTime } from './readableTime'
import { photoTitle } from './packNames'

/** What a photo desk needs of each photo, in the order in which it is shown. */
const wanted: readonly (readonly [string, string])[] = [
  ['description', 'Caption'],
  ['creditLine', 'Credit'],
  ['creator', 'Photographer'],
  ['copyrightNotice', 'Copyright notice'],
  ['dateCreated', 'Taken'],
]

const line = (photo: Photo, [field, words]: (typeof wanted)[number]): Html => {
  const value = photo.fields[field]
  return html`<p>
    <span class="dim">${words}:</span>
    ${value === undefined ? html`<strong>missing</strong>` : field === 'dateCreated' ? readableTime(value) : html`<bdi>${value}</bdi>`}
  </p>`
}

/** Formats that every browser shows; the others are named. */
const isShown = (name: string): boolean => /\.(?:jpg|png|gif|webp|avif)$/.test(name)

const pictureOf = (photo: Photo, name: string | undefined): Html => {
  if (name === undefined) return html`<p class="dim">The picture is not in this pack.</p>`
  if (!isShown(name)) return html`<p><a href="${name}">${name}</a></p>`
  const words =
    photo.fields['altTextAccessibility'] ?? photo.fields['description'] ?? photoTitle(photo) ?? name
  return html`<a href="${name}"><img src="${name}" alt="${words}" loading="lazy" /></a>
    <p class="dim">${name}</p>`
}

const figure = (photo: Photo, name: string | undefined): Html =>
  html`<figure>
    ${pictureOf(photo, name)}
    <figcaption>
      <h2 dir="auto">${photoTitle(photo) ?? 'Without a title'}</h2>
      ${wanted.map((one) => line(photo, one))}
    </figcaption>
  </figure>`

/** contact-sheet.html: each photo as its file stands in the pack, small, with caption and credit; what is missing says so. */
export const contactSheet = (photos: readonly Photo[], names: ReadonlyMap<string, string>): string =>
  packPage({
    title: 'Contact sheet',
    showsPictures: true,
    header: html`<nav aria-label="Pack"><a href="../index.html">Front page of this pack</a></nav>
      <h1>Contact sheet</h1>
      <p class="dim">
        ${photos.length} photos, in the order of photos.csv. Pictures are the files of this pack, unchanged.
      </p>`,
    main: html`<div class="sheet">${photos.map((photo) => figure(photo, names.get(photo.id)))}</div>`,
    footer: html`<p class="dim">
      The same as data: <a href="photos.csv">photos.csv</a>, <a href="photos.json">photos.json</a>.
    </p>`,
  })
