import type { z } from 'zod'
import { EXTENSIONS, SUPERVISIONS } from '../domain/hazard-supervision.ts'
import {
  HAZARD_GRADES,
  HAZARD_ORIGINS,
  HAZARD_STATUSES,
  HAZARD_TREATMENTS,
} from '../domain/hazard.ts'
import {
  HAZARD_EXPORT_COLUMN_CODES,
  HAZARD_EXPORT_COLUMNS,
  type HazardExportColumn,
} from '../domain/hazard-export.ts'
import { overdueDays } from '../domain/overdue.ts'
import { dayCell, timeCell, type SheetColumn } from '../ledger/write/workbook.ts'
import type { HazardRow } from './schema.ts'

interface Row extends z.output<typeof HazardRow> {
  /** The day by which overdue is decided. */
  readonly today: string
}

const CELLS: Readonly<Record<HazardExportColumn, Omit<SheetColumn<Row>, 'title'>>> = {
  code: { width: 18, form: 'text', value: ({ code }) => code },
  enterprise: { width: 32, form: 'text', value: ({ enterpriseName }) => enterpriseName },
  riskPoint: { width: 20, form: 'text', value: ({ riskPointName }) => riskPointName },
  description: { width: 48, form: 'text', value: ({ description }) => description },
  place: { width: 24, form: 'text', value: ({ locationText }) => locationText },
  origin: { width: 14, form: 'text', value: ({ origin }) => HAZARD_ORIGINS[origin].zh },
  grade: {
    width: 10,
    form: 'text',
    value: ({ grade }) => (grade === null ? null : HAZARD_GRADES[grade].zh),
  },
  treatment: {
    width: 10,
    form: 'text',
    value: ({ treatment }) => (treatment === null ? null : HAZARD_TREATMENTS[treatment].zh),
  },
  status: { width: 10, form: 'text', value: ({ status }) => HAZARD_STATUSES[status].zh },
  reportedAt: { width: 17, form: 'time', value: ({ reportedAt }) => timeCell(reportedAt) },
  deadline: { width: 12, form: 'day', value: ({ deadline }) => dayCell(deadline) },
  overdueDays: { width: 10, form: 'count', value: (row) => overdueDays(row, row.today) },
  acceptedAt: { width: 17, form: 'time', value: ({ acceptedAt }) => timeCell(acceptedAt) },
  closedAt: { width: 17, form: 'time', value: ({ closedAt }) => timeCell(closedAt) },
  round: { width: 12, form: 'count', value: ({ round }) => round },
  extension: {
    width: 14,
    form: 'text',
    value: ({ extension }) => (extension === 'none' ? null : EXTENSIONS[extension].zh),
  },
  supervision: {
    width: 10,
    form: 'text',
    value: ({ supervision }) => (supervision === 'none' ? null : SUPERVISIONS[supervision].zh),
  },
  workStop: { width: 10, form: 'text', value: ({ workStop }) => (workStop ? '是' : null) },
}

/** The columns asked for in the order of the sheet; all where none is. */
export function hazardColumns(
  asked: readonly HazardExportColumn[] | undefined,
): SheetColumn<Row>[] {
  return HAZARD_EXPORT_COLUMN_CODES.filter(
    (code) => asked === undefined || asked.includes(code),
  ).map((code) => ({ title: HAZARD_EXPORT_COLUMNS[code].zh, ...CELLS[code] }))
}
