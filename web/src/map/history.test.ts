import { STANDS } from '@onemap/api/domain/history'
import { isOverdue } from '@onemap/api/domain/overdue'
import {
  HAZARD_STATUS_CODES,
  OPEN_HAZARD_STATUSES,
  type HazardStatus,
} from '@onemap/api/domain/hazard'
import { describe, expect, it } from 'vitest'
import { filterSnapshots } from './facets.ts'
import { countsAt, historyAt, type MapHistory } from './history.ts'
import {
  parseEnterpriseHistory,
  parseHazardHistory,
  parseRiskPointHistory,
} from './parse-history.ts'
import { coded, int32s, ipc, points, texts, uint16s, uint32s, uint8s, uuids } from './test-arrow.ts'
import { dice } from './test-columns.ts'
import { NO_FILTERS, type MapFilters } from './types.ts'

const FIRST = 20_000
const LAST = FIRST + 60
const uuid = (number: number) => `${String(number).padStart(8, '0')}-d9cb-469f-a165-70867728950e`
const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

interface Standing<Way> {
  readonly thing: number
  readonly from: number
  readonly to: number
  readonly way: Way
}

/** Things that change now and then: some come late, some go early. */
function standings<Way>(
  roll: (limit: number) => number,
  things: number,
  wayOf: () => Way,
): Standing<Way>[] {
  return Array.from({ length: things }, (_, thing) => {
    const turns = Array.from({ length: roll(4) }, () => FIRST + roll(60)).toSorted((a, b) => a - b)
    const begin = roll(3) === 0 ? FIRST + roll(20) : FIRST - 100
    const edges = [
      ...new Set([
        begin,
        ...turns.filter((turn) => turn > begin),
        roll(4) === 0 ? LAST + roll(3) : STANDS,
      ]),
    ]
    return edges.slice(1).map((to, index) => ({ thing, from: edges[index] ?? 0, to, way: wayOf() }))
  }).flat()
}

function recording(seed: number) {
  const roll = dice(seed)
  const enterprises = standings(roll, 12, () => roll(5))
  const riskPoints = standings(roll, 80, () => roll(5))
  const hazards = standings(roll, 60, () => ({
    status: HAZARD_STATUS_CODES[roll(HAZARD_STATUS_CODES.length)] ?? ('void' as HazardStatus),
    deadline: roll(3) === 0 ? -1 : FIRST + roll(60),
  }))
  const towns = Array.from({ length: 12 }, () => ['370405001', '370405102'][roll(2)] ?? '')
  const spans = (rows: readonly Standing<unknown>[]) => ({
    from: int32s(rows.map(({ from }) => from)),
    to: int32s(rows.map(({ to }) => to)),
  })
  const places = (rows: readonly Standing<unknown>[]) =>
    points(rows.map(({ thing }) => [117 + thing / 1000, 34]))
  const named = (rows: readonly Standing<unknown>[]) => rows.map(({ thing }) => `企业${thing}`)
  const ownerOf = (thing: number) => thing % 12
  const ofEnterprises = parseEnterpriseHistory(
    ipc([
      {
        geometry: places(enterprises),
        id: texts(enterprises.map(({ thing }) => uuid(thing))),
        name: texts(named(enterprises)),
        initials: texts(named(enterprises)),
        creditCode: texts(named(enterprises)),
        kind: coded(enterprises.map(() => 'general')),
        level: uint8s(enterprises.map(({ way }) => way)),
        town: coded(enterprises.map(({ thing }) => towns[thing] ?? '')),
        grid: coded(enterprises.map(() => 'g1')),
        industry: coded(enterprises.map(() => '2221')),
        industryName: coded(enterprises.map(() => '造纸')),
        ...spans(enterprises),
      },
    ]),
  )
  const history: MapHistory = {
    asOf: '2026-11-23T06:05:00.000Z',
    enterprises: ofEnterprises,
    riskPoints: parseRiskPointHistory(
      ipc([
        {
          geometry: places(riskPoints),
          enterprise: coded(riskPoints.map(({ thing }) => uuid(ownerOf(thing)))),
          no: uint16s(riskPoints.map(({ thing }) => thing)),
          level: uint8s(riskPoints.map(({ way }) => way)),
          accidentType: uint8s(riskPoints.map(() => 8)),
          ...spans(riskPoints),
        },
      ]),
      ofEnterprises.columns,
    ),
    hazards: parseHazardHistory(
      ipc([
        {
          geometry: places(hazards),
          id: uuids(hazards.map(({ thing }) => uuid(thing))),
          enterprise: coded(hazards.map(({ thing }) => uuid(ownerOf(thing)))),
          no: uint32s(hazards.map(({ thing }) => thing)),
          status: coded(hazards.map(({ way }) => way.status)),
          grade: coded(hazards.map(() => 'general')),
          deadline: int32s(hazards.map(({ way }) => way.deadline)),
          reportedOn: int32s(hazards.map(({ from }) => from)),
          ...spans(hazards),
        },
      ]),
      ofEnterprises.columns,
    ),
  }
  return { history, enterprises, riskPoints, hazards, towns, ownerOf, roll }
}

describe('countsAt', () => {
  it('counts what stood at the end of the day, whatever the day and the filter', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { history, enterprises, riskPoints, hazards, towns, ownerOf, roll } = recording(seed)
      for (let turn = 0; turn < 10; turn++) {
        const day = FIRST + roll(60)
        const filters: MapFilters = {
          ...NO_FILTERS,
          levels: roll(2) === 0 ? [] : [1, 3],
          towns: roll(2) === 0 ? [] : ['370405102'],
        }
        const counts = countsAt(history, filters, day)
        const standing = <Way>(rows: readonly Standing<Way>[]) =>
          rows.filter(({ from, to }) => from <= day && day < to)
        const inTown = (enterprise: number) =>
          filters.towns.length === 0 || filters.towns.includes(towns[enterprise] ?? '')
        const chosen = (level: number) =>
          filters.levels.length === 0 || filters.levels.some((each) => each === level)
        const theirs = standing(hazards).filter(({ thing }) => inTown(ownerOf(thing)))
        const open = theirs.filter(({ way }) =>
          OPEN_HAZARD_STATUSES.some((each) => each === way.status),
        )

        expect(counts.enterprises.total).toBe(
          standing(enterprises).filter(({ thing, way }) => inTown(thing) && chosen(way)).length,
        )
        expect(counts.enterprises.byLevel[1]).toBe(
          standing(enterprises).filter(({ thing, way }) => inTown(thing) && way === 1).length,
        )
        expect(counts.riskPoints.total).toBe(
          standing(riskPoints).filter(({ thing, way }) => inTown(ownerOf(thing)) && chosen(way))
            .length,
        )
        expect(counts.hazards.total).toBe(theirs.length)
        expect(counts.hazards.open).toBe(open.length)
        expect(counts.hazards.overdue).toBe(
          open.filter(
            ({ way }) =>
              way.deadline >= 0 &&
              isOverdue({ status: way.status, deadline: dayText(way.deadline) }, dayText(day)),
          ).length,
        )
      }
    }
  })
})

describe('historyAt', () => {
  it('keeps everything but the day where nothing changed', () => {
    const { history } = recording(3)
    const [one, other] = [historyAt(history, LAST + 10), historyAt(history, LAST + 11)]
    expect(other).not.toBe(one)
    expect(other.enterprises).toBe(one.enterprises)
    expect(other.riskPoints).toBe(one.riskPoints)
    const [first, second] = [filterSnapshots(one, NO_FILTERS), filterSnapshots(other, NO_FILTERS)]
    expect(second.gate).toBe(first.gate)
    expect(second.tables).toBe(first.tables)
  })
})
