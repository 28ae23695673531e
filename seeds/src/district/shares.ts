/** Splits a whole number by weights so that the parts sum to it exactly; `atLeast` goes to each part first. */
export function splitWhole(total: number, weights: readonly number[], atLeast = 0): number[] {
  const floor = Math.min(atLeast, Math.floor(total / Math.max(1, weights.length)))
  const rest = total - floor * weights.length
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (rest * weight) / sum)
  const parts = exact.map((part) => Math.floor(part))
  const missing = rest - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % 1 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => part + floor)
}
