import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { MapHistory } from './history.ts'
import {
  parseEnterpriseHistory,
  parseHazardHistory,
  parseRiskPointHistory,
} from './parse-history.ts'
import { fetchSnapshot, type SnapshotBytes, type SnapshotLayer } from './snapshot.ts'

interface HistoryOptions {
  /** @default globalThis.fetch */
  readonly fetch?: typeof fetch
}

interface UseHistory {
  /** Null until it was asked for and came. */
  readonly history: ShallowRef<MapHistory | null>
  readonly status: Ref<'idle' | 'loading' | 'ready' | 'failed'>
  /** Fetches it, or what is new of it once it is old; never rejects. */
  load(): Promise<void>
}

const LAYERS = ['enterprises', 'risk-points', 'hazards'] as const satisfies readonly SnapshotLayer[]
/** Today's part of what was fetched longer ago may have changed. */
const OLD_MS = 5 * 60_000

/** The recorded past of the map, fetched on the first wish for it. */
export function useHistory(options: HistoryOptions = {}): UseHistory {
  const history = shallowRef<MapHistory | null>(null)
  const status = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const known = new Map<SnapshotLayer, SnapshotBytes>()
  const abort = new AbortController()
  onScopeDispose(() => abort.abort(), true)
  let fetchedAt = 0
  let running: Promise<void> | null = null

  async function download(layer: SnapshotLayer): Promise<boolean> {
    const answer = await fetchSnapshot(layer, {
      known: known.get(layer) ?? null,
      past: true,
      signal: abort.signal,
      onProgress: () => undefined,
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    })
    if (answer !== 'unchanged') known.set(layer, answer)
    return answer !== 'unchanged'
  }

  async function fetchAll(): Promise<void> {
    if (history.value === null) status.value = 'loading'
    try {
      const changed = await Promise.all(LAYERS.map(download))
      if (changed.some(Boolean) || history.value === null) history.value = parse()
      fetchedAt = Date.now()
      status.value = 'ready'
    } catch {
      // What was recorded does not become untrue: what is here stays.
      if (!abort.signal.aborted && history.value === null) status.value = 'failed'
    } finally {
      running = null
    }
  }

  function parse(): MapHistory {
    const bytes = (layer: SnapshotLayer) => known.get(layer)?.bytes ?? new Uint8Array(0)
    const enterprises = parseEnterpriseHistory(bytes('enterprises'))
    return {
      enterprises,
      riskPoints: parseRiskPointHistory(bytes('risk-points'), enterprises.columns),
      hazards: parseHazardHistory(bytes('hazards'), enterprises.columns),
      asOf: enterprises.columns.asOf,
    }
  }

  return {
    history,
    status,
    load() {
      if (running !== null) return running
      if (history.value !== null && Date.now() - fetchedAt < OLD_MS) return Promise.resolve()
      running = fetchAll()
      return running
    },
  }
}
