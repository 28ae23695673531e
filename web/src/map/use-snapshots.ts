import type { ChangeEntry } from '@onemap/api/domain/change'
import { daysBetween, todayInChina } from '@onemap/api/domain/overdue'
import { onScopeDispose, shallowReactive, shallowRef, type ShallowRef } from 'vue'
import type { EnterpriseColumns, HazardColumns, MapSnapshots, RiskPointColumns } from './columns.ts'
import { parseEnterprises, parseHazards, parseRiskPoints } from './parse.ts'
import { patchEnterprises } from './patch-enterprises.ts'
import { onDay, patchHazards } from './patch-hazards.ts'
import { patchRiskPoints } from './patch-risk-points.ts'
import { fetchSnapshot, type Progress, type SnapshotBytes, type SnapshotLayer } from './snapshot.ts'

/** How a layer's data stands. */
type SnapshotState =
  | ({ readonly status: 'loading' } & Progress)
  | { readonly status: 'ready'; readonly asOf: string; readonly checkedAt: Date }
  /** What is shown is real, but could not be checked since. */
  | { readonly status: 'stale'; readonly asOf: string; readonly since: Date; readonly error: Error }
  | { readonly status: 'failed'; readonly error: Error }

interface SnapshotOptions {
  /** @default globalThis.fetch */
  readonly fetch?: typeof fetch
  /** @default () => new Date() */
  readonly now?: () => Date
}

interface Snapshots {
  readonly snapshots: ShallowRef<MapSnapshots>
  readonly states: Readonly<Record<SnapshotLayer, SnapshotState>>
  /** Fetches what is new of the given layers, all by default. Never rejects: see `states`. */
  refresh(layers?: readonly SnapshotLayer[]): Promise<void>
  /** Writes changes into what is there, without a request; fetches only what they cannot be written into. */
  patch(entries: readonly ChangeEntry[]): Promise<void>
  /** Decides anew what is overdue if the day has turned. */
  turnDay(): Promise<void>
}

const LAYERS = ['enterprises', 'risk-points', 'hazards'] as const satisfies readonly SnapshotLayer[]
const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause))

/** The map's data: fetched on the first refresh, revalidated on each further one, kept when that fails. */
export function useSnapshots(options: SnapshotOptions = {}): Snapshots {
  const now = options.now ?? (() => new Date())
  const loading: SnapshotState = { status: 'loading', received: 0, total: null }
  const states = shallowReactive<Record<SnapshotLayer, SnapshotState>>({
    enterprises: loading,
    'risk-points': loading,
    hazards: loading,
  })
  const snapshots = shallowRef<MapSnapshots>({ enterprises: null, riskPoints: null, hazards: null })
  const known = new Map<SnapshotLayer, SnapshotBytes>()
  const checked = new Map<SnapshotLayer, Date>()
  const abort = new AbortController()
  onScopeDispose(() => abort.abort(), true)

  function fail(layer: SnapshotLayer, asOf: string | undefined, cause: unknown): void {
    if (abort.signal.aborted) return
    const error = asError(cause)
    states[layer] =
      asOf === undefined
        ? { status: 'failed', error }
        : { status: 'stale', asOf, since: checked.get(layer) ?? now(), error }
  }

  function succeed(layer: SnapshotLayer, asOf: string): void {
    const checkedAt = now()
    checked.set(layer, checkedAt)
    states[layer] = { status: 'ready', asOf, checkedAt }
  }

  async function download(layer: SnapshotLayer): Promise<boolean> {
    const answer = await fetchSnapshot(layer, {
      known: known.get(layer) ?? null,
      signal: abort.signal,
      onProgress: (progress) => {
        if (!known.has(layer)) states[layer] = { status: 'loading', ...progress }
      },
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    })
    if (answer !== 'unchanged') known.set(layer, answer)
    return answer !== 'unchanged'
  }

  /** Parses a layer when its bytes or its enterprises changed; otherwise keeps the columns, and with them all attributes. */
  function settle<Columns extends { readonly asOf: string }>(
    layer: SnapshotLayer,
    current: Columns | null,
    outcome: PromiseSettledResult<boolean> | undefined,
    rebuild: boolean,
    parse: (bytes: Uint8Array) => Columns,
  ): Columns | null {
    const bytes = known.get(layer)?.bytes
    let columns = current
    try {
      const changed = outcome?.status === 'fulfilled' && outcome.value
      if (bytes !== undefined && (current === null || changed || rebuild)) columns = parse(bytes)
      if (outcome?.status === 'rejected') fail(layer, columns?.asOf, outcome.reason)
      else if (outcome !== undefined && columns !== null) succeed(layer, columns.asOf)
    } catch (cause) {
      known.delete(layer)
      fail(layer, current?.asOf, cause)
    }
    return columns
  }

  async function load(layers: readonly SnapshotLayer[]): Promise<void> {
    const results = await Promise.allSettled(layers.map(download))
    if (abort.signal.aborted) return
    const outcome = (layer: SnapshotLayer) => results[layers.indexOf(layer)]
    const before = snapshots.value
    const enterprises: EnterpriseColumns | null = settle(
      'enterprises',
      before.enterprises,
      outcome('enterprises'),
      false,
      parseEnterprises,
    )
    const moved = enterprises !== before.enterprises
    let riskPoints: RiskPointColumns | null = null
    let hazards: HazardColumns | null = null
    if (enterprises !== null) {
      const day = today()
      riskPoints = settle(
        'risk-points',
        before.riskPoints,
        outcome('risk-points'),
        moved,
        (bytes) => parseRiskPoints(bytes, enterprises),
      )
      hazards = settle('hazards', before.hazards, outcome('hazards'), moved, (bytes) =>
        parseHazards(bytes, enterprises, day),
      )
      hazards = hazards === null ? null : onDay(hazards, day)
    } else {
      const cause = new Error('the enterprises are missing')
      for (const layer of ['risk-points', 'hazards'] as const) fail(layer, undefined, cause)
    }
    const same = !moved && riskPoints === before.riskPoints && hazards === before.hazards
    if (!same) snapshots.value = { enterprises, riskPoints, hazards }
  }

  const today = (): number => daysBetween('1970-01-01', todayInChina(now()))

  /** Of enterprises anew, all layers are asked for: their rows name enterprises by row. */
  async function reload(layers: readonly SnapshotLayer[]): Promise<void> {
    await load(layers.includes('enterprises') ? LAYERS : layers)
  }

  async function write(entries: readonly ChangeEntry[]): Promise<void> {
    const before = snapshots.value
    const missing = LAYERS.filter((layer) =>
      entries.some(({ topic, action }) => topic === layer && action === 'reset'),
    )
    if (before.enterprises === null) return reload(LAYERS)
    const of = (layer: SnapshotLayer) => entries.filter(({ topic }) => topic === layer)
    const enterprises = patchEnterprises(before.enterprises, of('enterprises'))
    if (enterprises === undefined) return reload(LAYERS)
    const riskPoints =
      before.riskPoints === null
        ? null
        : patchRiskPoints(before.riskPoints, of('risk-points'), enterprises)
    const hazards =
      before.hazards === null ? null : patchHazards(before.hazards, of('hazards'), enterprises)
    const same =
      enterprises === before.enterprises &&
      riskPoints === before.riskPoints &&
      hazards === before.hazards
    if (!same) snapshots.value = { enterprises, riskPoints, hazards }
    for (const layer of LAYERS)
      if (states[layer].status === 'ready') succeed(layer, now().toISOString())
    if (missing.length > 0) await reload(missing)
  }

  let queue = Promise.resolve()
  return {
    snapshots,
    states,
    refresh(layers = LAYERS) {
      queue = queue.then(() => reload(layers))
      return queue
    },
    patch(entries) {
      queue = queue.then(() => write(entries))
      return queue
    },
    turnDay() {
      queue = queue.then(() => {
        const { hazards } = snapshots.value
        if (hazards !== null && hazards.today !== today())
          snapshots.value = { ...snapshots.value, hazards: onDay(hazards, today()) }
      })
      return queue
    },
  }
}
