/** What became of some of the trash. */
export interface Emptied {
  readonly destroyed: number
  /** What stays in the trash, because something names it. */
  readonly kept: number
}
