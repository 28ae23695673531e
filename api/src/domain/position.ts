import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import type { Role } from './role.ts'

/** Posts within a grid, an enterprise or an office. */
export const POSITIONS = {
  chief: { zh: '网格长', en: 'Grid chief' },
  deputy: { zh: '副网格长', en: 'Deputy grid chief' },
  member: { zh: '网格员', en: 'Grid member' },
  principal: { zh: '主要负责人', en: 'Principal' },
  'safety-officer': { zh: '安全管理人员', en: 'Safety officer' },
  rectifier: { zh: '整改责任人', en: 'Rectifier' },
  officer: { zh: '科员', en: 'Officer' },
  head: { zh: '科长', en: 'Head of office' },
} as const satisfies Dictionary<string, Label>

export type Position = keyof typeof POSITIONS
export const POSITION_CODES = codesOf(POSITIONS)

/** The positions an appointment of a role must name; none where the role itself says it all. */
export const POSITIONS_OF = {
  leader: [],
  bureau: ['officer', 'head'],
  grid: ['chief', 'deputy', 'member'],
  enterprise: ['principal', 'safety-officer', 'rectifier'],
  admin: [],
  auditor: [],
} as const satisfies Record<Role, readonly Position[]>

/** Whether an appointment of this role may, or without positions must not, name this position. */
export function positionFits(role: Role, position: Position | null): boolean {
  const positions: readonly Position[] = POSITIONS_OF[role]
  return position === null ? positions.length === 0 : positions.includes(position)
}
