import { int32Column, type ArrowColumn } from '../arrow.ts'

/**
 * What the past of a layer has besides the layer's own columns, in their order, at the end:
 * - `from` Int32: first day on which the row holds;
 * - `to` Int32: first day on which it holds no more; 2147483647 (`STANDS`) where it stands still.
 *
 * Days count from 1970-01-01 in China; a day is shown as it stood at its end, so that a row is of a day where
 * `from <= day < to`. Each thing has at most one row of a day. `from` is the true one, which may lie before the first
 * day that can be shown; what ended before that day is left out.
 *
 * - enterprises: `level` is of then; name, kind, industry, town and grid are of now.
 * - risk-points: `geometry`, `no`, `level` and `accidentType` are of then; those since deleted are among them.
 * - hazards: `status`, `grade` and `deadline` are of then, from the events on record.
 */
export function stretchColumns(from: Int32Array, to: Int32Array, length: number): ArrowColumn[] {
  return [int32Column('from', from, length), int32Column('to', to, length)]
}
