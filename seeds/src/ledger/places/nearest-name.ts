/** The name that is fewest edits away, if it is near enough to be what was meant. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, edits: editDistance(text, name) }))
    .filter(
      ({ name, edits }) => edits <= Math.max(1, Math.floor(Math.max(name.length, text.length) / 2)),
    )
    .sort((one, other) => one.edits - other.edits)
  return best?.name
}

/** Insertions, deletions and replacements that make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  const target = [...to]
  let previous = Array.from({ length: target.length + 1 }, (_, index) => index)
  for (const [row, character] of [...from].entries()) {
    const current = [row + 1]
    for (const [column, other] of target.entries()) {
      const replace = (previous[column] ?? 0) + (character === other ? 0 : 1)
      current.push(Math.min(replace, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
