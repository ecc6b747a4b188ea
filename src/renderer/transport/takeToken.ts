const key = 'cuttings-token'

/**
 * The server's token: from the address once, then from this tab's own storage. It is taken out of the address, so that it
 * is neither seen, copied nor kept in a history.
 */
export const takeToken = (place: Location, history: History, storage: Storage): string | undefined => {
  const given = new URLSearchParams(place.hash.slice(1)).get('token')
  if (given) {
    storage.setItem(key, given)
    history.replaceState(history.state, '', place.pathname + place.search)
  }
  return given ?? storage.getItem(key) ?? undefined
}
