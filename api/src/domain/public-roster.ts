import type { AccidentType } from './accident-type.ts'
import { type EnterpriseKind } from './enterprise-kind.ts'
import { PUBLIC_HARMS, publicHarmsOf, type PublicHarmCode } from './public-advice.ts'
import type { RiskLevel } from './risk-level.ts'

/** Side of the cell a public position stands for, in degrees: about 110 m north to south, 91 m east to west at Tai'erzhuang. */
export const PUBLIC_CELL_DEGREES = 0.001

/** What the bureau knows of a site when it prepares the roster. Whatever is not read from here cannot be published. */
export interface RosterSource {
  readonly code: string
  readonly operator: string
  readonly address: string
  readonly activity: string
  readonly kind: EnterpriseKind
  readonly level: RiskLevel
  readonly accidentTypes: readonly AccidentType[]
  /** Day of the last official visit, `YYYY-MM-DD`; null when there was none. */
  readonly lastVisit: string | null
  readonly officeName: string
  readonly officePhone: string
  readonly townCode: string
  readonly townName: string
  /** Exact position, WGS 84 degrees. Never leaves this function. */
  readonly lon: number
  readonly lat: number
}

/** What the officer may put in plainer words; both languages or none. */
export interface RosterOverrides {
  readonly activity?: string
  readonly warning?: { readonly zh: string; readonly en: string }
  readonly doThis?: { readonly zh: string; readonly en: string }
}

/** One line of the public roster (名册), modelled on COMAH regulation 17: nothing but this is ever public. */
export interface PublicRecord {
  readonly code: string
  readonly operator: string
  readonly address: string
  readonly activity: string
  readonly kind: EnterpriseKind
  readonly level: RiskLevel
  /** What could happen, the most far-reaching first. */
  readonly harms: PublicHarmCode[]
  readonly warningZh: string
  readonly warningEn: string
  readonly doThisZh: string
  readonly doThisEn: string
  readonly lastVisit: string | null
  readonly officeName: string
  readonly officePhone: string
  readonly townCode: string
  readonly townName: string
  /** Centre of the cell the site lies in, degrees. */
  readonly lon: number
  readonly lat: number
}

/** The public record of a site: a copy by name of each field, coarse in place, advice in plain words. */
export function publicRecordOf(
  source: RosterSource,
  overrides: RosterOverrides = {},
): PublicRecord {
  const harms = publicHarmsOf(source.accidentTypes)
  const [first = 'on-site'] = harms
  const advice = PUBLIC_HARMS[first]
  return {
    code: source.code,
    operator: source.operator,
    address: source.address,
    activity: overrides.activity ?? source.activity,
    kind: source.kind,
    level: source.level,
    harms,
    warningZh: overrides.warning?.zh ?? advice.warning.zh,
    warningEn: overrides.warning?.en ?? advice.warning.en,
    doThisZh: overrides.doThis?.zh ?? advice.doThis.map(({ zh }) => zh).join('\n'),
    doThisEn: overrides.doThis?.en ?? advice.doThis.map(({ en }) => en).join('\n'),
    lastVisit: source.lastVisit,
    officeName: source.officeName,
    officePhone: source.officePhone,
    townCode: source.townCode,
    townName: source.townName,
    lon: coarse(source.lon),
    lat: coarse(source.lat),
  }
}

/** The centre of the cell a coordinate lies in: the same for every site there, so that no averaging finds the place. */
export function coarse(degrees: number): number {
  const cells = Math.floor(degrees / PUBLIC_CELL_DEGREES + 1e-9)
  return Number(((cells + 0.5) * PUBLIC_CELL_DEGREES).toFixed(4))
}

/** Fields by which two editions of a record differ, in the order a reader wants them. */
export const COMPARED_FIELDS = [
  'level',
  'harms',
  'operator',
  'activity',
  'address',
  'kind',
  'warningZh',
  'doThisZh',
  'warningEn',
  'doThisEn',
  'officeName',
  'officePhone',
  'townName',
  'lon',
  'lat',
  'lastVisit',
] as const satisfies readonly (keyof PublicRecord)[]

export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** What became of a record from one batch to the next. */
export type RosterChange =
  | { readonly code: string; readonly change: 'added' | 'removed' | 'unchanged' }
  | { readonly code: string; readonly change: 'changed'; readonly fields: readonly ComparedField[] }

/** The difference between two batches, by code in ascending order. A newer visit alone is no change worth telling. */
export function compareRosters(
  before: readonly PublicRecord[],
  after: readonly PublicRecord[],
): RosterChange[] {
  const old = new Map(before.map((record) => [record.code, record]))
  const now = new Map(after.map((record) => [record.code, record]))
  return [...new Set([...old.keys(), ...now.keys()])].sort().map((code) => {
    const was = old.get(code)
    const is = now.get(code)
    if (was === undefined) return { code, change: 'added' }
    if (is === undefined) return { code, change: 'removed' }
    const fields = COMPARED_FIELDS.filter((field) => String(was[field]) !== String(is[field]))
    return fields.some((field) => field !== 'lastVisit')
      ? { code, change: 'changed', fields }
      : { code, change: 'unchanged' }
  })
}
