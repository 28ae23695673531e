import type { FieldProblem } from './errors.ts'
import type { Label } from './dictionary.ts'

/** A grid as it stands, without its boundary. */
export interface StandingGrid {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly townCode: string
  readonly version: number
  /** Its last day; null while it stands. */
  readonly validTo: string | null
}

/** One change of one grid. */
export type GridEdit<Boundary> =
  | {
      readonly kind: 'reshape'
      readonly id: string
      readonly version: number
      readonly geometry: Boundary
    }
  | {
      readonly kind: 'create'
      readonly id: string
      readonly code: string
      readonly name: string
      readonly townCode: string
      readonly geometry: Boundary
      readonly validFrom: string
    }
  | {
      readonly kind: 'rename'
      readonly id: string
      readonly version: number
      readonly name?: string | undefined
      readonly code?: string | undefined
      readonly townCode?: string | undefined
    }
  | {
      readonly kind: 'retire'
      readonly id: string
      readonly version: number
      readonly successorId: string
    }

/** What becomes of a grid that changes. */
export interface TouchedGrid<Boundary> {
  readonly id: string
  /** Null: it is new. */
  readonly before: StandingGrid | null
  code: string
  name: string
  townCode: string
  /** First day of a new grid. */
  readonly validFrom: string | null
  /** Null: it keeps the boundary it has. */
  boundary: { readonly at: number; readonly geometry: Boundary } | null
  /** Who takes over what it has; null: it stands. */
  successorId: string | null
}

/** What is known when changes are settled. */
export interface GridsKnown {
  /** All that ever were. */
  readonly grids: readonly StandingGrid[]
  readonly townCodes: ReadonlySet<string>
  /** `YYYY-MM-DD` in China. */
  readonly today: string
}

export interface SettledEdits<Boundary> {
  readonly touched: readonly TouchedGrid<Boundary>[]
  /** Grids that are no longer what the sender saw. */
  readonly conflicts: readonly StandingGrid[]
  readonly problems: readonly FieldProblem[]
}

const WORDS = {
  gone: { zh: '没有这个网格，或已撤销', en: 'There is no such grid, or it was dissolved' },
  taken: { zh: '该标识已被使用', en: 'This id is taken' },
  dissolved: { zh: '同一批修改中该网格已撤销', en: 'The same changes dissolve this grid' },
  drawnTwice: { zh: '同一网格的边界只能修改一次', en: 'A grid is drawn once' },
  codeTaken: {
    zh: '网格编号已被使用（包括已撤销的网格，以及本次才改号、尚未保存的网格）',
    en: 'This code is taken, perhaps by a dissolved grid or one that only these changes rename',
  },
  codeForm: {
    zh: '网格编号应以所属镇街的 9 位代码开头',
    en: 'A grid’s code begins with the nine digits of its town',
  },
  town: { zh: '没有这个镇街', en: 'There is no such town' },
  future: {
    zh: '启用日期不能晚于今天：调整在保存时生效',
    en: 'It begins today at the latest: changes take effect when they are saved',
  },
  successor: {
    zh: '接管网格必须是另一个在用的网格',
    en: 'Another grid that stands must take over',
  },
} as const satisfies Record<string, Label>

/** Follows the changes in their order and says what becomes of each grid; what cannot be is named by field. */
export function settleEdits<Boundary>(
  edits: readonly GridEdit<Boundary>[],
  { grids, townCodes, today }: GridsKnown,
): SettledEdits<Boundary> {
  const known = new Map(grids.map((grid) => [grid.id, grid]))
  const touched = new Map<string, TouchedGrid<Boundary>>()
  const conflicts = new Map<string, StandingGrid>()
  const problems: FieldProblem[] = []
  const report = (at: number, field: string, text: Label) =>
    problems.push({ field: `changes.${at}.${field}`, text })

  edits.forEach((edit, at) => {
    if (edit.kind === 'create') {
      if (known.has(edit.id) || touched.has(edit.id)) report(at, 'id', WORDS.taken)
      else
        touched.set(edit.id, {
          id: edit.id,
          before: null,
          code: edit.code,
          name: edit.name,
          townCode: edit.townCode,
          validFrom: edit.validFrom,
          boundary: { at, geometry: edit.geometry },
          successorId: null,
        })
      if (edit.validFrom > today) report(at, 'validFrom', WORDS.future)
      if (!townCodes.has(edit.townCode)) report(at, 'townCode', WORDS.town)
      else if (!edit.code.startsWith(edit.townCode)) report(at, 'code', WORDS.codeForm)
      return
    }
    const before = known.get(edit.id)
    if (before === undefined || before.validTo !== null) {
      if (before === undefined) report(at, 'id', WORDS.gone)
      else conflicts.set(before.id, before)
      return
    }
    if (before.version !== edit.version) conflicts.set(before.id, before)
    const grid = touched.get(edit.id) ?? {
      id: edit.id,
      before,
      code: before.code,
      name: before.name,
      townCode: before.townCode,
      validFrom: null,
      boundary: null,
      successorId: null,
    }
    touched.set(edit.id, grid)
    if (grid.successorId !== null) return report(at, 'id', WORDS.dissolved)
    if (edit.kind === 'reshape') {
      if (grid.boundary !== null) report(at, 'geometry', WORDS.drawnTwice)
      grid.boundary = { at, geometry: edit.geometry }
    } else if (edit.kind === 'rename') {
      grid.name = edit.name ?? grid.name
      grid.code = edit.code ?? grid.code
      grid.townCode = edit.townCode ?? grid.townCode
      if (!townCodes.has(grid.townCode)) report(at, 'townCode', WORDS.town)
      else if (
        (edit.code !== undefined || edit.townCode !== undefined) &&
        !grid.code.startsWith(grid.townCode)
      )
        report(at, 'code', WORDS.codeForm)
    } else {
      grid.successorId = edit.successorId
    }
  })

  const stands = (id: string) =>
    touched.get(id)?.successorId === null || (!touched.has(id) && known.get(id)?.validTo === null)
  edits.forEach((edit, at) => {
    if (edit.kind === 'retire' && (edit.successorId === edit.id || !stands(edit.successorId)))
      report(at, 'successorId', WORDS.successor)
    if (edit.kind === 'create' || edit.kind === 'rename') {
      const code = touched.get(edit.id)?.code
      // A code that these very changes give up is free once they are saved.
      if ([...touched.values(), ...grids].some((grid) => grid.code === code && grid.id !== edit.id))
        report(at, 'code', WORDS.codeTaken)
    }
  })
  return { touched: [...touched.values()], conflicts: [...conflicts.values()], problems }
}
