import type { Assessment } from '../queries.ts'

const ORDER = ['l', 'e', 'c', 's'] as const

/** `L 3 × E 6 × C 15 = 270`; empty where a criterion alone decided. */
export function formula({ inputs, score }: Pick<Assessment, 'inputs' | 'score'>): string {
  if (score === null) return ''
  return `${ORDER.flatMap((name) => (inputs[name] === undefined ? [] : [`${name.toUpperCase()} ${inputs[name]}`])).join(' × ')} = ${score}`
}
