import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { basename, dirname, extname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import type { Label } from '@onemap/api/domain/dictionary'
import { BYTE_ORDER_MARK, csvLine } from '@onemap/api/ledger/write/csv'
import { z } from 'zod'

const PAGE = 500
const Reject = z.object({
  row: z.number(),
  label: z.string(),
  cells: z.array(z.string()),
  reasons: z.string(),
})

/** Headings of the columns that are added; importing the file again does not look at them. */
const ADDED = {
  row: { zh: '原行号', en: 'Row' },
  why: { zh: '未导入原因', en: 'Reasons' },
} as const

/** `台账.rejects.csv` beside `台账.xlsx`. */
export function rejectsPath(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.rejects.csv`)
}

/** Writes the rows that were left out, as they stood in the file, with their row numbers and every reason. A byte order mark lets Excel read it. */
export async function writeRejects(
  tx: Tx,
  path: string,
  headings: readonly string[],
  language: keyof Label,
): Promise<void> {
  const out = createWriteStream(path)
  const head = [...headings, ADDED.row[language], ADDED.why[language]]
  out.write(BYTE_ORDER_MARK + csvLine(head))
  const between = language === 'zh' ? '；' : '; '
  let after = 0
  for (;;) {
    const page = await queryRows(
      tx,
      Reject,
      sql`
      SELECT r.row_no AS row, r.label, r.cells,
        string_agg(format('【%s】%s', p.heading, p.${sql.identifier(language)}), ${between} ORDER BY p.id) AS reasons
      FROM import_rows r
      JOIN import_problems p USING (row_no)
      WHERE r.row_no > ${after}
      GROUP BY r.row_no, r.label, r.cells
      ORDER BY r.row_no
      LIMIT ${PAGE}`,
    )
    for (const { label, cells, reasons } of page) {
      const padded = headings.map((_, at) => cells[at] ?? '')
      if (!out.write(csvLine([...padded, label, reasons]))) await once(out, 'drain')
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.row
  }
  out.end()
  await finished(out)
}
