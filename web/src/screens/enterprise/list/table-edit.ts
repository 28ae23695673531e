import type { RiskPoint } from '../queries.ts'

/** The cells of the table that can be changed. */
const CELLS = ['code', 'name', 'type', 'domain', 'locationText', 'publicDomain'] as const
export type Cell = (typeof CELLS)[number]

export type Row = Pick<RiskPoint, Cell | 'id' | 'no' | 'version'>

/** A row of the table from a risk point. */
export const rowOf = ({
  id,
  no,
  version,
  code,
  name,
  type,
  domain,
  locationText,
  publicDomain,
}: RiskPoint): Row => ({ id, no, version, code, name, type, domain, locationText, publicDomain })

/** Which cells differ from what was read. */
export function changedCells(row: Row, before: Row): readonly Cell[] {
  return CELLS.filter((cell) => row[cell] !== before[cell])
}

/** What is sent: only rows that differ, only the cells that differ. */
export function changesOf(rows: readonly Row[], before: ReadonlyMap<string, Row>) {
  return rows.flatMap((row) => {
    const old = before.get(row.id)
    const cells = old === undefined ? [] : changedCells(row, old)
    return cells.length === 0
      ? []
      : [
          {
            id: row.id,
            version: row.version,
            ...Object.fromEntries(cells.map((cell) => [cell, row[cell]])),
          },
        ]
  })
}

/** Text of several cells, as a spreadsheet puts it on the clipboard: rows by line, cells by tab. */
export function readPasted(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}
