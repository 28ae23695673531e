import type { EnterpriseKind } from './enterprise-kind.ts'
import type { PatrolTemplate } from './patrol-template.ts'
import { PATROL_TEMPLATES_OF_PLANTS } from './patrol-templates-plants.ts'
import { PATROL_TEMPLATES_OF_SITES } from './patrol-templates-sites.ts'

/** Every version of every checklist. They are ours: no authority has issued them. */
export const PATROL_TEMPLATES: readonly PatrolTemplate[] = [
  ...PATROL_TEMPLATES_OF_PLANTS,
  ...PATROL_TEMPLATES_OF_SITES,
]

/** One version of the checklist for a kind; undefined where there is none. */
export function patrolTemplate(kind: EnterpriseKind, version: number): PatrolTemplate | undefined {
  return PATROL_TEMPLATES.find((template) => template.kind === kind && template.version === version)
}

/** The newest checklist of every kind. */
export function currentPatrolTemplates(): PatrolTemplate[] {
  return PATROL_TEMPLATES.filter(({ kind, version }) =>
    PATROL_TEMPLATES.every((other) => other.kind !== kind || other.version <= version),
  )
}
