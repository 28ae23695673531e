import type { z } from 'zod'
import { wholeNumber } from '../../ledger/cells/number.ts'
import { text } from '../../ledger/cells/text.ts'
import { columnsOf, optional, orEmpty } from '../../ledger/column.ts'
import { EXAMPLE_CREDIT_CODE } from '../../ledger/example.ts'
import { RiskPointRow } from '../../ledger/risk-points/columns.ts'
import { measureColumns } from '../../ledger/risk-points/measure-columns.ts'
import { responsibilityColumns } from '../../ledger/risk-points/responsibility-columns.ts'

/** What a cell of a workbook can hold. */
const LONGEST_CELL = 32_767
const { shape } = RiskPointRow

/**
 * 风险分级管控清单 as an enterprise exports it, fills it in and hands it in again: the ledger's columns, but a point may
 * still lack sources and a source its assessment, a cell may hold several measures or people, and every point names the
 * version that was exported.
 */
export const ControlListRow = RiskPointRow.extend({
  creditCode: optional(
    {
      heading: '统一社会信用代码',
      aliases: ['信用代码', '社会信用代码', '统一信用代码', '企业信用代码'],
      example: EXAMPLE_CREDIT_CODE,
      note: '不填即本企业',
    },
    text(40),
  ),
  description: orEmpty(shape.description),
  factor: orEmpty(shape.factor),
  accidentType: orEmpty(shape.accidentType),
  ...measureColumns(LONGEST_CELL),
  ...responsibilityColumns(20),
  version: optional(
    { heading: '版本', example: 1, note: '由导出填写，防止覆盖他人的修改；新风险点不填' },
    wholeNumber(1, 1_000_000_000),
  ),
})
export type ControlListRow = z.output<typeof ControlListRow>

export const CONTROL_LIST_COLUMNS = columnsOf(ControlListRow)
