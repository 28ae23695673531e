import { dayAfter } from '@onemap/api/domain/calendar'
import type { InspectionFrequency } from '@onemap/api/domain/inspection-frequency'
import type { InspectionKind } from '@onemap/api/domain/inspection-kind'
import type { TemplateItem } from '@onemap/api/domain/inspection-template'
import { INSPECTION_TEMPLATES } from '@onemap/api/domain/inspection-templates'
import type { Random } from '../random.ts'
import type { Firm } from './firms.ts'

export interface ItemRow extends TemplateItem {
  readonly id: string
  readonly riskPointId: string | null
  readonly measureId: string | null
}

/** A checklist with the plan by which it is worked through. */
export interface Checklist {
  readonly standardId: string
  readonly planId: string
  readonly name: string
  readonly kind: InspectionKind
  readonly frequency: InspectionFrequency
  readonly from: string
  readonly to: string | null
  readonly department: string
  readonly assignee: string
  readonly assigneeId: string | null
  readonly items: readonly ItemRow[]
  /** Part of the past tasks that were done. */
  readonly diligence: number
}

/** What a plan is made of, before it has ids. */
type Sketch = Omit<Checklist, 'standardId' | 'planId' | 'items'> & {
  readonly items: readonly Omit<ItemRow, 'id'>[]
}

const fromTemplate = (key: string): Omit<ItemRow, 'id'>[] =>
  (INSPECTION_TEMPLATES.find((template) => template.key === key)?.items ?? []).map((item) => ({
    ...item,
    riskPointId: null,
    measureId: null,
  }))

/** The checklists of an enterprise: what its posts look at daily, its measures weekly, and what the calendar brings. */
export function writeChecklists(
  random: Random,
  { points, measures, safetyOfficer, safetyOfficerId }: Firm,
  asOf: string,
): Checklist[] {
  const [worst] = points
  const safety = {
    department: '安全管理部门',
    assignee: safetyOfficer,
    assigneeId: safetyOfficerId,
  }
  const post = {
    department: worst?.department ?? '生产班组',
    assignee: worst?.person ?? safetyOfficer,
    assigneeId: null,
  }
  const looks = points.slice(0, 4).map(({ id, name }) => ({
    subject: 'risk-point' as const,
    subjectName: name,
    riskPointId: id,
    measureId: null,
    basis: '',
    suggestedGrade: 'general' as const,
    content: `${name}运行状态与安全防护`,
    requirement: '无异常声响、泄漏、超温，防护设施完好',
  }))
  const verified = measures.map(({ id, riskPointId, content }) => ({
    subject: 'measure' as const,
    subjectName: content.slice(0, 100),
    riskPointId,
    measureId: id,
    basis: '风险分级管控清单',
    suggestedGrade: 'general' as const,
    content,
    requirement: '措施已落实且有效',
  }))
  const sketches: Sketch[] = [
    {
      name: '岗位日检',
      kind: 'daily',
      frequency: 'daily',
      from: dayAfter(asOf, -12),
      to: null,
      ...post,
      diligence: 0.92,
      items: [...looks, ...fromTemplate('post-daily')],
    },
    {
      name: '较大以上风险管控措施周查',
      kind: 'specialised',
      frequency: 'weekly',
      from: dayAfter(asOf, -40),
      to: null,
      ...safety,
      diligence: 0.95,
      items: verified,
    },
    {
      name: '电气专项月查',
      kind: 'specialised',
      frequency: 'monthly',
      from: dayAfter(asOf, -75),
      to: null,
      department: '设备动力部门',
      assignee: random.pick(points)?.person ?? safetyOfficer,
      assigneeId: null,
      diligence: 0.6,
      items: fromTemplate('electrical'),
    },
    {
      name: '季度综合性排查',
      kind: 'comprehensive',
      frequency: 'quarterly',
      from: dayAfter(asOf, -150),
      to: null,
      ...safety,
      diligence: 1,
      items: fromTemplate('comprehensive'),
    },
    {
      name: '冬季防火、防冻、防滑排查',
      kind: 'seasonal',
      frequency: 'once',
      from: dayAfter(asOf, -6),
      to: dayAfter(asOf, 5),
      ...safety,
      diligence: 0,
      items: fromTemplate('winter'),
    },
  ]
  return sketches
    .filter(({ items }) => items.length > 0)
    .map(({ items, ...sketch }) => ({
      ...sketch,
      standardId: random.uuid(),
      planId: random.uuid(),
      items: items.map((item) => ({ ...item, id: random.uuid() })),
    }))
}
