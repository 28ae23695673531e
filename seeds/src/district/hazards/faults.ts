import { THEMES } from '../content/themes.ts'
import { fillIn } from '../content/wording.ts'
import type { Random } from '../random.ts'
import type { DescribedPoint } from '../risks/risk-points.ts'

/** A defect as found at a particular risk point, and what is to be done. */
export interface Fault {
  readonly point: DescribedPoint
  readonly defect: string
  readonly remedy: string
  /** The clause it is major by; null for a general hazard. */
  readonly majorBy: string | null
  readonly onTheSpot: boolean
}

/** Deals out defects that fit their risk points, none twice while there are others. */
export function createFaultFinder(random: Random, points: readonly DescribedPoint[]) {
  const used = new Set<string>()

  function general(): Fault {
    for (let attempt = 0; ; attempt++) {
      // The worse a point, the oftener it is looked at.
      const point = random.weighted(points.map((one) => [one, 7 - one.row.level] as const))
      const own = point.template.faults ?? []
      const themes = point.template.sources.flatMap(([, theme]) => THEMES[theme].faults)
      const [defect, remedy, pace] = random.pick(
        random.chance(0.6) && own.length > 0 ? own : themes,
      )
      const key = `${point.row.id} ${defect}`
      if (used.has(key) && attempt < 40) continue
      used.add(key)
      const { surroundings } = point
      return {
        point,
        defect: fillIn(defect, surroundings),
        remedy: fillIn(remedy, surroundings),
        majorBy: null,
        onTheSpot: pace === 'now',
      }
    }
  }

  function major(): Fault | undefined {
    const candidates = points
      .flatMap((point) =>
        point.template.sources.flatMap(([, theme]) =>
          (THEMES[theme].majors ?? []).map((text) => ({ point, text })),
        ),
      )
      .filter(({ text }) => !used.has(text[0]))
    if (candidates.length === 0) return undefined
    const {
      point,
      text: [defect, criteria, remedy],
    } = random.pick(candidates)
    used.add(defect)
    return {
      point,
      defect: fillIn(defect, point.surroundings),
      remedy: fillIn(remedy, point.surroundings),
      majorBy: criteria,
      onTheSpot: false,
    }
  }

  return (wantsMajor: boolean): Fault => (wantsMajor ? major() : undefined) ?? general()
}
