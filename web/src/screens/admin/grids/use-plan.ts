import { todayInChina } from '@onemap/api/domain/overdue'
import { computed, shallowRef, watch } from 'vue'
import * as z from 'zod/mini'
import { useDrafts } from '../../../session/drafts.ts'
import { changesOf, rebase } from './changes.ts'
import type { Plan, PlannedGrid } from './plan.ts'

const Corner = z.tuple([z.number(), z.number()])
const Grid = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  version: z.nullable(z.number()),
  shape: z.array(z.array(z.array(Corner))),
})
const Kept = z.object({
  version: z.string(),
  base: z.array(Grid),
  plan: z.object({ grids: z.array(Grid), heirs: z.record(z.string(), z.string()) }),
})

/** The grids as they stand, and the version of all of them together. */
export interface StandingGrids {
  readonly version: string
  readonly grids: readonly PlannedGrid[]
}

const KEY = 'grid-plan'
const STEPS = 100
const NOTHING: StandingGrids = { version: '', grids: [] }

/** The plan in hand with its undone and redone steps. It outlives the page, in this tab. */
export function usePlan() {
  const memory = useDrafts().tab()
  const kept = Kept.safeParse(memory.read(KEY))
  const base = shallowRef<StandingGrids>(
    kept.success ? { version: kept.data.version, grids: kept.data.base } : NOTHING,
  )
  const steps = shallowRef<readonly Plan[]>(
    kept.success ? [asStanding(kept.data.base), kept.data.plan] : [],
  )
  const at = shallowRef(steps.value.length - 1)
  const plan = computed<Plan>(() => steps.value[at.value] ?? { grids: [], heirs: {} })
  const changes = computed(() => changesOf(base.value.grids, plan.value, todayInChina(new Date())))

  function begin(standing: StandingGrids, next = asStanding(standing.grids)): void {
    base.value = standing
    const first = asStanding(standing.grids)
    steps.value = changesOf(standing.grids, next, '').length === 0 ? [first] : [first, next]
    at.value = steps.value.length - 1
  }

  watch([base, plan], () => {
    memory.write(
      KEY,
      changes.value.length === 0
        ? null
        : { version: base.value.version, base: base.value.grids, plan: plan.value },
    )
  })

  return {
    base,
    plan,
    changes,
    restored: kept.success,
    canUndo: computed(() => at.value > 0),
    canRedo: computed(() => at.value < steps.value.length - 1),
    /** One step further; the same plan again is no step. */
    commit(next: Plan): void {
      if (next === plan.value) return
      steps.value = [...steps.value.slice(0, at.value + 1), next].slice(-STEPS)
      at.value = steps.value.length - 1
    },
    undo: (): void => {
      at.value = Math.max(0, at.value - 1)
    },
    redo: (): void => {
      at.value = Math.min(steps.value.length - 1, at.value + 1)
    },
    /** Begins anew with the grids as they stand, without what was planned. */
    begin: (standing: StandingGrids): void => begin(standing),
    /** Carries what was planned over to the grids as they stand now. */
    carryOver: (standing: StandingGrids, prefer: 'mine' | 'theirs'): void =>
      begin(standing, rebase(base.value.grids, plan.value, standing.grids, prefer).plan),
    /** Who both changed, by their present names. */
    conflictsWith: (standing: StandingGrids): readonly PlannedGrid[] =>
      rebase(base.value.grids, plan.value, standing.grids, 'theirs').conflicts,
  }
}

const asStanding = (grids: readonly PlannedGrid[]): Plan => ({ grids, heirs: {} })
