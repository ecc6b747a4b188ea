import type { Rectangle } from 'electron'
import type { WindowState } from './settings'

/** With its place, or none: the system then chooses. */
export type FittedWindow = { readonly maximized: boolean } & (Rectangle | Pick<Rectangle, 'width' | 'height'>)

export const smallest = { width: 360, height: 480 }
const usual: WindowState = { width: 1440, height: 900, maximized: false }

/** How much of the window, in points, must be on a screen for a person to get hold of it. */
const grip = 80

const isReachable = ({ x, y, width }: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some(
    (screen) =>
      y >= screen.y &&
      y + grip <= screen.y + screen.height &&
      Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= grip,
  )

/** The remembered window, brought back to what the screens of today can show. */
export const fitWindow = (
  remembered: WindowState | undefined,
  screens: readonly [Rectangle, ...Rectangle[]],
): FittedWindow => {
  const largest = {
    width: Math.max(...screens.map((screen) => screen.width)),
    height: Math.max(...screens.map((screen) => screen.height)),
  }
  const { x, y, maximized, ...size } = remembered ?? usual
  const width = Math.max(smallest.width, Math.min(size.width, largest.width))
  const height = Math.max(smallest.height, Math.min(size.height, largest.height))
  const place = x !== undefined && y !== undefined ? { x, y, width, height } : undefined
  return place && isReachable(place, screens) ? { ...place, maximized } : { width, height, maximized }
}
