import type { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { DomainError, type FieldProblem } from '../domain/errors.ts'
import type { StandingGrid } from '../domain/grid-change.ts'
import type { GridChangeReport } from './changeset.ts'

type Overlaps = z.output<typeof GridChangeReport>['overlaps']

/** The sender drew on other grids than stand now. `current` has those of them that are no longer what was seen. */
export class GridsChangedError extends DomainError {
  override readonly name = 'GridsChangedError'

  constructor(version: string, current: readonly StandingGrid[]) {
    const text = {
      zh: '网格刚被他人修改，请核对现在的边界后再提交',
      en: 'Somebody changed the grids meanwhile: look at what stands now, then send again',
    }
    super(
      'grids-changed',
      409,
      text,
      current.map(({ id, version: now }) => ({ field: id, text, expected: String(now) })),
      { version, current },
    )
  }
}

/** Boundaries that would put land into two grids; `overlaps` has where. */
export class GridsOverlapError extends DomainError {
  override readonly name = 'GridsOverlapError'

  constructor(overlaps: Overlaps) {
    const total = Math.round(overlaps.reduce((sum, { areaM2 }) => sum + areaM2, 0))
    super(
      'grids-overlap',
      422,
      {
        zh: `有 ${overlaps.length} 处网格重叠，共 ${total} 平方米，不能保存`,
        en: `Grids overlap in ${overlaps.length} places, ${total} m² in all: they cannot be saved`,
      },
      [],
      { overlaps },
    )
  }
}

/** A change is of the right form, but says what cannot be. */
export class GridFieldError extends DomainError {
  override readonly name = 'GridFieldError'

  constructor(fields: readonly FieldProblem[]) {
    super('bad-field', 422, fields[0]?.text ?? { zh: '内容不合要求', en: 'This cannot be' }, fields)
  }
}

const STALE = {
  grid: {
    zh: '该对象所属网格刚被他人修改',
    en: 'Somebody moved this object to another grid meanwhile',
  },
  office: {
    zh: '该对象的责任科室刚被他人修改',
    en: 'Somebody made another office responsible meanwhile',
  },
} as const satisfies Record<string, Label>

/** The object is no longer where the sender saw it; `current` has where it is. */
export class ObjectMovedError extends DomainError {
  override readonly name = 'ObjectMovedError'

  constructor(what: keyof typeof STALE, current: unknown) {
    super('object-moved', 409, STALE[what], [], { current })
  }
}
