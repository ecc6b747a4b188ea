import { packProfileNames, packProfiles, type PackProfile } from '#shared/packProfiles'

/** The profile that a pack says it was made by; undefined for one that this version does not know. */
export const profileNamed = (name: string): PackProfile | undefined => {
  const known = packProfileNames.find((one) => one === name)
  return known && packProfiles[known]
}
