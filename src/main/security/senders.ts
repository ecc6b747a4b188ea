import type { WebFrameMain } from 'electron'
import { pageOrigin } from './schemes'

/** Only the top frame of our own page is listened to. */
export const isOurPage = (frame: Pick<WebFrameMain, 'origin' | 'parent'> | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === pageOrigin
