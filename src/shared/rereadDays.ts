/** Days of use in which each original is read again while nothing else is done. */
export const rereadDays = 90
