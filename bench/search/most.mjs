/** How many hits each side is asked for. */
export const most = 20
