import type { Datum } from '../../domain/datum.ts'
import { toWgs84, type LonLat } from '../../db/wgs84.ts'
import { EXAMPLE_CREDIT_CODE } from '../../ledger/example.ts'
import { FileProblem } from '../../ledger/file/file-problem.ts'
import { xlsxRows } from '../../ledger/file/xlsx.ts'
import { findHeadings, type Headings } from '../../ledger/headings.ts'
import { parseCells, type Fault, type RowCells } from '../../ledger/parse-cells.ts'
import { assessRow, type RowAssessment } from '../../ledger/risk-points/assess-row.ts'
import { readControls } from '../../ledger/risk-points/controls.ts'
import { unmerge } from '../../ledger/risk-points/merged-rows.ts'
import { tidy } from '../../ledger/tidy.ts'
import { CONTROL_LIST_COLUMNS, ControlListRow } from './columns.ts'
import { ControlListUnusableError, problemOf, type RowProblem } from './problems.ts'

/** More rows than any enterprise's list has. */
const MOST_ROWS = 5000

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

export interface ReadList {
  readonly rows: readonly ReadRow[]
  readonly problems: readonly RowProblem[]
  readonly counted: number
  readonly ignoredHeadings: readonly string[]
  readonly present: ReadonlySet<string>
}

interface Circumstances {
  readonly creditCode: string
  readonly today: string
  readonly datum: Datum | undefined
}

/** Reads a control list. @throws ControlListUnusableError where the file as a whole is none */
export async function readControlList(
  file: Uint8Array,
  circumstances: Circumstances,
): Promise<ReadList> {
  if (Buffer.from(file.subarray(0, 4)).toString('hex') !== '504b0304') {
    throw new ControlListUnusableError(
      '不是 .xlsx 工作簿：请在表格软件中“另存为”Excel 工作簿（.xlsx），不要加密码',
    )
  }
  const rows = xlsxRows(file, undefined)
  try {
    const headings = await findHeadings(CONTROL_LIST_COLUMNS, rows)
    return await readRows(rows, headings, circumstances)
  } catch (error) {
    if (error instanceof FileProblem) throw new ControlListUnusableError(error.message)
    throw error
  } finally {
    await rows.return(undefined)
  }
}

async function readRows(
  rows: ReturnType<typeof xlsxRows>,
  { positions, ignored }: Headings,
  circumstances: Circumstances,
): Promise<ReadList> {
  const whole = unmerge()
  const read: ReadRow[] = []
  const problems: RowProblem[] = []
  let counted = 0
  for await (const { number, cells } of rows) {
    const byKey = whole(
      Object.fromEntries(
        CONTROL_LIST_COLUMNS.map(({ key }) => [key, cells[positions.get(key) ?? -1] ?? '']),
      ),
    )
    if (tidy(byKey['creditCode'] ?? '') === EXAMPLE_CREDIT_CODE) continue
    counted += 1
    if (counted > MOST_ROWS) throw new FileProblem(`超过 ${MOST_ROWS} 行，请拆分后分别导入`)
    const { row, faults } = readRow(number, byKey, circumstances)
    for (const fault of faults) problems.push(problemOf(number, fault))
    if (row !== null && faults.length === 0) read.push(row)
  }
  if (counted === 0) throw new FileProblem('表头下面没有数据')
  return {
    rows: read,
    problems,
    counted,
    ignoredHeadings: ignored,
    present: new Set(positions.keys()),
  }
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
      : [{ key: 'creditCode', fault: `不是本企业的统一社会信用代码（应为 ${creditCode}）` }]
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
        fault: '不能为空：危险源、因素、事故类型要么都填，要么这一行只说明风险点',
      })),
  }
}

function placeOf(
  { longitude: x, latitude: y, datum: named }: ControlListRow,
  datum: Datum | undefined,
): { place: LonLat | null; faults: Fault[] } {
  if (x === null && y === null) return { place: null, faults: [] }
  if (x === null || y === null)
    return {
      place: null,
      faults: [
        { key: x === null ? 'longitude' : 'latitude', fault: '经度、纬度应同时填写或同时不填' },
      ],
    }
  const source = named ?? datum
  if (source === undefined)
    return {
      place: null,
      faults: [{ key: 'datum', fault: '不知道坐标系：请填“坐标系”列，或在导入时选择' }],
    }
  return { place: toWgs84(source, [x, y]), faults: [] }
}
