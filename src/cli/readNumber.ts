import { InvalidArgumentError } from 'commander'

/** Reads a whole number of an option, within limits. */
export const readNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most} is wanted.`)
    return value
  }
