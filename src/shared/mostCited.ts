/** Works that can be cited at once. */
export const mostCited = 500
