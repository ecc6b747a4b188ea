import type { Session } from 'electron'

/** Nothing leaves the archive by itself: packs are written by jobs to a place that a person chose. */
export const denyDownloads = (session: Session): void => {
  session.on('will-download', (event) => event.preventDefault())
}
