import { enterpriseRowOf, categoryOf } from './filter-key.ts'
import type { MapHistory } from './history.ts'
import { historyAt } from './history.ts'
import { filterSnapshots } from './facets.ts'
import { isOpenCategory } from './pass-tables.ts'
import type { MapFilters } from './types.ts'

/** Open hazards at the end of each day from `first` to `last`, days since 1970-01-01: one pass over what was recorded. */
export function openByDay(
  history: MapHistory,
  filters: MapFilters,
  first: number,
  last: number,
): Uint32Array {
  const { gate, tables } = filterSnapshots(historyAt(history, last), filters)
  const { keys, days } = history.hazards
  const changes = new Int32Array(last - first + 2)
  const at = (day: number) => Math.min(Math.max(day, first), last + 1) - first
  keys.forEach((key, row) => {
    const category = categoryOf(key)
    if (
      gate[enterpriseRowOf(key)] !== 1 ||
      tables.hazards[category] !== 1 ||
      !isOpenCategory(category)
    )
      return
    const [from, to] = [at(days?.[row * 2] ?? 0), at(days?.[row * 2 + 1] ?? 0)]
    changes[from] = (changes[from] ?? 0) + 1
    changes[to] = (changes[to] ?? 0) - 1
  })
  let sum = 0
  return Uint32Array.from(changes.subarray(0, -1), (change) => (sum += change))
}
