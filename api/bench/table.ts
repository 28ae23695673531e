/** One line of the report. */
export interface Line {
  readonly what: string
  readonly measured: string
  readonly reference?: string
  /** What is held against the target. */
  readonly value: number
  readonly target?: number
  readonly unit: '×' | 'ms' | 'bytes' | 'MB' | 'of them'
  /** The target is the least, not the most. */
  readonly atLeast?: boolean
}

const HEADINGS = ['what', 'measured', 'reference', 'value', 'target', ''] as const

/** The report as text, columns aligned. */
export function table(lines: readonly Line[]): string {
  const rows = [
    HEADINGS,
    ...lines.map((line) => [
      line.what,
      line.measured,
      line.reference ?? '',
      `${line.value.toFixed(2)} ${line.unit}`,
      line.target === undefined
        ? ''
        : `${line.atLeast === true ? '≥' : '≤'} ${line.target} ${line.unit}`,
      line.target === undefined
        ? ''
        : (line.atLeast === true ? line.value >= line.target : line.value <= line.target)
          ? 'met'
          : 'MISSED',
    ]),
  ]
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`
}
