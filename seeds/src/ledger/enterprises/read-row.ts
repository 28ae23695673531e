import { foldForSearch } from '@onemap/api/domain/search-text'
import { pinyin } from 'pinyin-pro'
import type { Fault, RowCells } from '@onemap/api/ledger/parse-cells'
import type { ImportContext, RowReading } from '../ledger.ts'
import { parseCells } from '@onemap/api/ledger/parse-cells'
import { STAGED_PLACE, stagePlace } from '../places/coordinates.ts'
import { tidy } from '@onemap/api/ledger/tidy'
import { EnterpriseRow } from '@onemap/api/ledger/enterprises/columns'

/** Staging table of the enterprise ledger; `id` to `office_id` are filled in by SQL. */
export const STAGED_ENTERPRISE = {
  credit_code: 'text',
  name: 'text',
  initials: 'text',
  kind: 'text',
  industry_code: 'text',
  industry: 'text',
  activity: 'text',
  address: 'text',
  town_code: 'text',
  area_code: 'text',
  ...STAGED_PLACE,
  legal_representative: 'text',
  principal: 'text',
  safety_officer: 'text',
  duty_phone: 'text',
  employees: 'integer',
  major_hazard_level: 'smallint',
  office: 'text',
  id: 'uuid',
  known: 'boolean',
  grid_id: 'uuid',
  office_id: 'uuid',
  off_town: 'double precision',
} as const

/** Pinyin initials in lower case with letters and digits as they are: `tezslhg…`. */
export function initialsOf(name: string): string {
  return pinyin(foldForSearch(name), { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Understands one row of the enterprise ledger. Town and village are looked up even where another cell is bad. */
export function readEnterprise(cells: RowCells, context: ImportContext): RowReading {
  const { values, faults } = parseCells(EnterpriseRow, cells)
  const division = findDivision(cells, context)
  if (values === null) return { record: null, faults: [...faults, ...division.faults], group: null }
  const { place, faults: placeFaults } = stagePlace(values, context, true)
  const record = {
    credit_code: values.creditCode,
    name: values.name,
    initials: initialsOf(values.name),
    kind: values.kind,
    industry_code: values.industryCode,
    industry: values.industry,
    activity: values.activity,
    address: values.address,
    town_code: division.town,
    area_code: division.village ?? division.town,
    ...place,
    legal_representative: values.legalRepresentative,
    principal: values.principal,
    safety_officer: values.safetyOfficer,
    duty_phone: values.dutyPhone,
    employees: values.employees,
    major_hazard_level: values.majorHazardLevel,
    office: values.office,
  } satisfies Partial<Record<keyof typeof STAGED_ENTERPRISE, unknown>>
  return { record, faults: [...division.faults, ...placeFaults], group: null }
}

interface Division {
  readonly town: string | null
  readonly village: string | null
  readonly faults: readonly Fault[]
}

function findDivision(cells: RowCells, { divisions }: ImportContext): Division {
  const written = tidy(cells['town'] ?? '')
  const nowhere = { town: null, village: null }
  if (written === '') return { ...nowhere, faults: [] }
  const town = divisions.town(written)
  if ('fault' in town) return { ...nowhere, faults: [{ key: 'town', fault: town.fault }] }
  const name = tidy(cells['village'] ?? '')
  if (name === '') return { town: town.value, village: null, faults: [] }
  const village = divisions.village(name, town.value)
  if ('fault' in village) return { ...nowhere, faults: [{ key: 'village', fault: village.fault }] }
  return { town: town.value, village: village.value, faults: [] }
}
