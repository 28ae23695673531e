import { toWgs84, type LonLat } from '../../db/wgs84.ts'
import type { Datum } from '../../domain/datum.ts'
import type { Label } from '../../domain/dictionary.ts'
import { readUpload } from '../../http/table-upload.ts'
import { FileProblem } from '../../ledger/file/file-problem.ts'
import type { TableFile } from '../../ledger/file/table-file.ts'
import { parseCells, type Fault, type RowCells } from '../../ledger/parse-cells.ts'
import { describeHidden, describeUnread } from '../../ledger/read/describe.ts'
import {
  emptyTally,
  ledgerRows,
  type HiddenRows,
  type LedgerRow,
} from '../../ledger/read/ledger-rows.ts'
import { findTables, type LedgerTables } from '../../ledger/read/tables.ts'
import { assessRow, type RowAssessment } from '../../ledger/risk-points/assess-row.ts'
import { readControls } from '../../ledger/risk-points/controls.ts'
import { unmerge } from '../../ledger/risk-points/merged-rows.ts'
import { writtenPlace } from '../../ledger/written-place.ts'
import { CONTROL_LIST_COLUMNS, ControlListRow } from './columns.ts'
import { ControlListUnusableError, problemOf, type RowProblem } from './problems.ts'

/** More rows than any enterprise's list has. */
const MOST_ROWS = 5000
const ONE_SHEET: Label = {
  zh: '一次只导入一张工作表，请另存后分别导入',
  en: 'one sheet is imported at a time: save the others apart',
}

/** A row of the list as understood. */
export interface ReadRow extends ReturnType<typeof readControls> {
  readonly row: number
  readonly values: ControlListRow
  /** In WGS 84; null where the row says nothing. */
  readonly place: LonLat | null
  /** Null where the row names no source. */
  readonly source: {
    readonly description: string
    readonly factor: NonNullable<ControlListRow['factor']>
    readonly accidentType: NonNullable<ControlListRow['accidentType']>
  } | null
  readonly assessment: RowAssessment | null
}

/** The rows of a list as they were sent, before anything is compared with what is on record. */
export interface SentList {
  readonly rows: readonly LedgerRow[]
  readonly ignoredHeadings: readonly string[]
  readonly present: ReadonlySet<string>
  readonly hiddenRows: number
  /** What was not read, and that hidden rows were. */
  readonly notices: readonly Label[]
}

export interface ReadList {
  readonly rows: readonly ReadRow[]
  readonly problems: readonly RowProblem[]
}

interface Circumstances {
  readonly creditCode: string
  readonly today: string
  readonly datum: Datum | undefined
}

/** Reads what somebody sent as a control list. @throws ControlListUnusableError where the file as a whole is none */
export async function readSentList(file: File, hiddenRows: HiddenRows): Promise<SentList> {
  try {
    return await readUpload(file, (table) => rowsOf(table, hiddenRows))
  } catch (error) {
    if (error instanceof FileProblem) throw new ControlListUnusableError(error.text)
    throw error
  }
}

async function rowsOf(table: TableFile, hiddenRows: HiddenRows): Promise<SentList> {
  const found = onlyFirst(await findTables(table, CONTROL_LIST_COLUMNS, undefined))
  const tally = emptyTally()
  const rows: LedgerRow[] = []
  for await (const row of ledgerRows(table, CONTROL_LIST_COLUMNS, found, tally, hiddenRows)) {
    rows.push(row)
    if (rows.length > MOST_ROWS) {
      throw new FileProblem({
        zh: `超过 ${MOST_ROWS} 行，请拆分后分别导入`,
        en: `There are more than ${MOST_ROWS} rows: split the list`,
      })
    }
  }
  if (rows.length === 0) {
    throw new FileProblem({
      zh: '表头下面没有数据',
      en: 'There are no data below the headings',
    })
  }
  const [first] = found.tables
  return {
    rows,
    ignoredHeadings: [...new Set(found.tables.flatMap(({ headings }) => headings.ignored))],
    present: new Set(first?.headings.positions.keys()),
    hiddenRows: tally.hidden.count,
    notices: [...describeUnread(found, tally), ...describeHidden(tally, hiddenRows === 'read')],
  }
}

/** An enterprise has one list: rows of a second sheet would change the points of the first unseen. */
function onlyFirst({ tables, unread }: LedgerTables): LedgerTables {
  const others = tables.slice(1).map(({ name }) => ({ name, why: ONE_SHEET }))
  return { tables: tables.slice(0, 1), unread: [...unread, ...others] }
}

/** Understands the rows of a list. */
export function readControlList(sent: SentList, circumstances: Circumstances): ReadList {
  const whole = unmerge()
  const rows: ReadRow[] = []
  const problems: RowProblem[] = []
  for (const { ordinal, byKey, troubles } of sent.rows) {
    const { row, faults } = readRow(ordinal, whole(byKey), circumstances)
    const troubled = new Set(troubles.map(({ key }) => key))
    const all = [...troubles, ...faults.filter(({ key }) => !troubled.has(key))]
    for (const fault of all) problems.push(problemOf(ordinal, fault))
    if (row !== null && all.length === 0) rows.push(row)
  }
  return { rows, problems }
}

function readRow(
  row: number,
  cells: RowCells,
  { creditCode, today, datum }: Circumstances,
): { row: ReadRow | null; faults: Fault[] } {
  const { values, faults } = parseCells(ControlListRow, cells)
  if (values === null) return { row: null, faults }
  const own =
    values.creditCode === null || values.creditCode.toUpperCase() === creditCode
      ? []
      : [
          {
            key: 'creditCode',
            fault: {
              zh: `不是本企业的统一社会信用代码（应为 ${creditCode}）`,
              en: `This is not the credit code of the enterprise (${creditCode})`,
            },
          },
        ]
  const placed = placeOf(values, datum)
  const found = sourceOf(values)
  const graded =
    found.source === null || !isAssessed(values)
      ? { assessment: null }
      : assessRow(
          { ...values, ...found.source, creditCode },
          { today, lecProfileId: values.c === 2 ? 'lec-detailed' : 'lec-classic' },
        )
  const controls = readControls({
    ...values,
    creditCode,
    ...(found.source ?? { description: '', factor: 'object', accidentType: 20 }),
  })
  const all = [
    ...own,
    ...placed.faults,
    ...found.faults,
    ...('faults' in graded ? graded.faults : []),
    ...controls.faults,
  ]
  return {
    row: {
      row,
      values,
      place: placed.place,
      source: found.source,
      assessment: 'faults' in graded ? null : graded.assessment,
      ...controls,
    },
    faults: all,
  }
}

const isAssessed = ({ method, l, e, c, s, direct, score, level }: ControlListRow) =>
  [method, l, e, c, s, direct, score, level].some((value) => value !== null)

function sourceOf({ description, factor, accidentType, ...rest }: ControlListRow): {
  source: ReadRow['source']
  faults: Fault[]
} {
  if (description !== null && factor !== null && accidentType !== null)
    return { source: { description, factor, accidentType }, faults: [] }
  const says = [
    description,
    factor,
    accidentType,
    rest.riskCategory,
    rest.occupationalFactor,
    rest.method,
    rest.l,
    rest.level,
  ].some((value) => value !== null)
  if (!says) return { source: null, faults: [] }
  const missing = [
    ['description', description],
    ['factor', factor],
    ['accidentType', accidentType],
  ] as const
  return {
    source: null,
    faults: missing
      .filter(([, value]) => value === null)
      .map(([key]) => ({
        key,
        fault: {
          zh: '不能为空：危险源、因素、事故类型要么都填，要么这一行只说明风险点',
          en: 'must not be empty: source, factor and accident type are all given, or the row is about the point alone',
        },
      })),
  }
}

function placeOf(
  values: ControlListRow,
  datum: Datum | undefined,
): { place: LonLat | null; faults: Fault[] } {
  const written = writtenPlace(values, datum ?? null)
  if ('fault' in written) return { place: null, faults: [written.fault] }
  return {
    place: written.place && toWgs84(written.place.datum, written.place.at),
    faults: [],
  }
}
