import { foldForSearch } from './search-text.ts'

/** Pairs of neighbouring characters, letters and digits of any script alone; a single character stands for itself. */
function pairsOf(text: string): Map<string, number> {
  const characters = [...foldForSearch(text).replaceAll(/[^\p{L}\p{N}]/gu, '')]
  const pairs =
    characters.length === 1
      ? characters
      : characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

/**
 * How alike two texts are, from 0 to 1: the Dice coefficient of their character pairs. Chinese has no spaces
 * between words, and pairs are about as long as its words.
 */
export function textSimilarity(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const size = (pairs: Map<string, number>) =>
    [...pairs.values()].reduce((sum, count) => sum + count, 0)
  const total = size(a) + size(b)
  if (total === 0) return 0
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / total
}
