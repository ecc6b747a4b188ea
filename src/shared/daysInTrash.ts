/** Days that what was removed stays in the trash, unless the user empties it. */
export const daysInTrash = 30
