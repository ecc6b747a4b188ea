import { setGroup, type RtfState } from './rtfState'

/** Takes what the present group says, apart from the text; `take` gets it when the group ends. */
export const capture = (state: RtfState, take: (text: string) => void): void => {
  const captured: string[] = []
  setGroup(state, {
    destination: 'capture',
    captured,
    atEnd: () => {
      take(captured.join(''))
    },
  })
}
