export type Height = 'none' | 'raised' | 'lowered'

const plain = '0123456789+-=()'
const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾']
const lowered = [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎']

/** Digits and signs as Unicode has them above and below the line; what has no such form stays as it is. */
export const raiseDigits = (text: string, height: Height): string => {
  if (height === 'none') return text
  const forms = height === 'raised' ? raised : lowered
  return text.replace(/[0-9+\-=()]/g, (one) => forms[plain.indexOf(one)] ?? one)
}
