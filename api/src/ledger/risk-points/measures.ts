import {
  CONTROL_LEVEL_CODES,
  CONTROL_LEVELS,
  type ControlLevel,
} from '../../domain/control-level.ts'
import { wordKey } from '../tidy.ts'

/** One measure as a cell holds it. */
export interface WrittenMeasure {
  /** Null where the cell does not say: then at all control levels of the row. */
  readonly controlLevels: readonly ControlLevel[] | null
  readonly content: string
}

const MARK = /^【([^】]{1,30})】/
const BY_NAME = new Map(
  CONTROL_LEVEL_CODES.flatMap((code) =>
    [CONTROL_LEVELS[code].zh, `${CONTROL_LEVELS[code].zh}级`].map(
      (name) => [wordKey(name), code] as const,
    ),
  ),
)

/** The control levels that a line begins with: `【班组、岗位】…`; undefined where it begins with something else. */
function levelsOf(line: string): ControlLevel[] | undefined {
  const named = MARK.exec(line)?.[1]
    ?.split(/[、,，]/)
    .map((name) => BY_NAME.get(wordKey(name)))
  const known = (named ?? []).filter((level) => level !== undefined)
  return named !== undefined && known.length === named.length ? known : undefined
}

/** The measures of a cell: one, or a block for every line that names its control levels. */
export function readMeasures(cell: string): WrittenMeasure[] {
  const blocks: { controlLevels: ControlLevel[] | null; lines: string[] }[] = []
  for (const line of cell.split('\n')) {
    const controlLevels = levelsOf(line)
    const last = blocks.at(-1)
    if (controlLevels !== undefined) blocks.push({ controlLevels, lines: [line.replace(MARK, '')] })
    else if (last === undefined) blocks.push({ controlLevels: null, lines: [line] })
    else last.lines.push(line)
  }
  return blocks
    .map(({ controlLevels, lines }) => ({ controlLevels, content: lines.join('\n').trim() }))
    .filter(({ content }) => content !== '')
}

/** A cell that `readMeasures` reads back. */
export function writeMeasures(
  measures: readonly { readonly controlLevel: ControlLevel; readonly content: string }[],
): string {
  const byContent = new Map<string, ControlLevel[]>()
  for (const { controlLevel, content } of measures)
    byContent.set(content, [...(byContent.get(content) ?? []), controlLevel])
  return [...byContent]
    .map(([content, levels]) => {
      const named = CONTROL_LEVEL_CODES.filter((level) => levels.includes(level)).map(
        (level) => CONTROL_LEVELS[level].zh,
      )
      return `【${named.join('、')}】${content}`
    })
    .join('\n')
}
