import { STANDS } from '../../domain/history.ts'
import type { CopyRow } from '../copy-rows.ts'
import { ENTERPRISES } from '../enterprises.ts'
import { grown } from '../growing.ts'
import { HAZARDS } from '../hazards.ts'
import type { Layer, LayerReader } from '../layer.ts'
import { readDay } from '../read-fields.ts'
import { RISK_POINTS } from '../risk-points.ts'
import { stretchColumns } from './columns.ts'

/** A layer with its past. @param begins the first day that can be shown, `YYYY-MM-DD` */
export type PastLayer = (begins: string) => Layer

/** What ended before the past begins is left out. */
const since = (begins: string): string => `until_on IS NULL OR until_on >= '${begins}'`

/** 企业: the level is of then. */
export const PAST_ENTERPRISES: PastLayer = (begins) =>
  pastOf(
    ENTERPRISES,
    `
  SELECT geom, id::text, name, initials, credit_code, kind, risk_level, town_code, grid_id, industry_code, industry, from_on, until_on
  FROM enterprise_stretches WHERE ${since(begins)}`,
  )

/** 风险点, those since deleted among them. */
export const PAST_RISK_POINTS: PastLayer = (begins) =>
  pastOf(
    RISK_POINTS,
    `
  SELECT geom, enterprise_id, no, level, accident_type, from_on, until_on
  FROM risk_point_stretches WHERE ${since(begins)}`,
  )

/** 隐患, from their events. */
export const PAST_HAZARDS: PastLayer = (begins) =>
  pastOf(
    HAZARDS,
    `
  SELECT geom, id, enterprise_id, no, status, grade, deadline, reported_on, from_on, until_on
  FROM hazard_stretches WHERE ${since(begins)}`,
  )

/** @param query the layer's own columns, then the first and the last day */
function pastOf({ name, reader }: Layer, query: string): Layer {
  return { name, query, reader: () => new StretchReader(reader()) }
}

class StretchReader implements LayerReader {
  #length = 0
  #from = new Int32Array(1024)
  #to = new Int32Array(1024)

  constructor(private readonly layer: LayerReader) {}

  read(row: CopyRow): void {
    const index = this.#length++
    if (index === this.#from.length) {
      this.#from = grown(Int32Array, this.#from, index * 2)
      this.#to = grown(Int32Array, this.#to, index * 2)
    }
    this.layer.read(row)
    this.#from[index] = readDay(row)
    const until = readDay(row)
    this.#to[index] = until < 0 ? STANDS : until + 1
  }

  columns() {
    const { length, columns } = this.layer.columns()
    return { length, columns: [...columns, ...stretchColumns(this.#from, this.#to, length)] }
  }
}
