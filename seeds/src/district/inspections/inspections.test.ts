import { taskStatus } from '@onemap/api/domain/inspection-task'
import { todayInChina } from '@onemap/api/domain/overdue'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { writeChecklists } from './checklists.ts'
import type { Firm } from './firms.ts'
import { goRound } from './rounds.ts'

const AS_OF = '2026-11-23'
const firm: Firm = {
  id: '1',
  gridId: '2',
  officeId: '3',
  safetyOfficer: '张安',
  safetyOfficerId: null,
  points: [{ id: 'p', name: '锅炉', level: 1, person: '李工', department: '动力车间' }],
  measures: [{ id: 'm', riskPointId: 'p', content: '安全阀定期校验' }],
  hazards: [{ id: 'h', riskPointId: 'p', description: '压力表超期', on: '2026-11-20' }],
}
const checklists = writeChecklists(createRandom('x'), firm, AS_OF)
const rounds = checklists.map((checklist) => goRound(createRandom('y'), firm, checklist, AS_OF))

describe('inspections of the demonstration', () => {
  it('are the same each time', () => {
    expect(writeChecklists(createRandom('x'), firm, AS_OF)).toEqual(checklists)
  })

  it('happened within their days and before today', () => {
    for (const round of rounds.flat()) {
      if (round.completedAt === null) continue
      const day = todayInChina(round.completedAt)
      expect(day >= round.opensOn && day <= round.dueOn && day < AS_OF).toBe(true)
    }
  })

  it('leave today something to do, to go on with and to make up for', () => {
    const statuses = rounds.flat().map((round) =>
      taskStatus(
        {
          ...round,
          completedOn: round.completedAt && todayInChina(round.completedAt),
          started: round.startedAt !== null,
        },
        AS_OF,
      ),
    )
    expect(new Set(statuses)).toEqual(
      expect.objectContaining(new Set(['done', 'due', 'in-progress'])),
    )
  })

  it('say of a failure which hazard it is', () => {
    const failed = rounds
      .flat()
      .flatMap(({ findings }) => findings)
      .filter(({ result }) => result === 'fail')
    expect(failed.every(({ hazardId, note }) => hazardId === 'h' && note === '压力表超期')).toBe(
      true,
    )
  })
})
