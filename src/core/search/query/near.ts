import { mostWords, type NearNode, type PhraseNode, type QueryNode, type WordNode } from './syntax'

type Operand = WordNode | PhraseNode

const isOperand = (node: QueryNode): node is Operand => node.type === 'word' || node.type === 'phrase'

/** The words and phrases that a side of `NEAR` stands for: one, or any of a group. */
const choicesOf = (node: QueryNode): readonly Operand[] | undefined => {
  if (isOperand(node)) return [node]
  return node.type === 'any' && node.parts.every(isOperand) ? node.parts : undefined
}

/**
 * What `a NEAR/3 b NEAR/5 c` asks for: each two neighbours near each other; a group of alternatives is spread out. A field that
 * one operand names holds for all of them, since they stand in one text. `undefined` where the operands are no words, or of
 * several fields, or too many.
 */
export const nearNodes = (
  operands: readonly QueryNode[],
  distances: readonly number[],
): QueryNode[] | undefined => {
  const choices = operands.map(choicesOf)
  const fields = new Set(choices.flatMap((some = []) => some.map(({ field }) => field)))
  fields.delete(undefined)
  if (fields.size > 1) return undefined
  const [field] = fields
  const inField = (operand: Operand): Operand => (field === undefined ? operand : { ...operand, field })

  const links: QueryNode[] = []
  for (const [at, distance] of distances.entries()) {
    const [lefts, rights] = [choices[at], choices[at + 1]]
    if (!lefts || !rights || lefts.length * rights.length > mostWords) return undefined
    const parts = lefts.flatMap((left) =>
      rights.map((right): NearNode => ({
        type: 'near',
        left: inField(left),
        right: inField(right),
        distance,
      })),
    )
    links.push(parts.length === 1 ? (parts[0] as NearNode) : { type: 'any', parts })
  }
  return links
}
