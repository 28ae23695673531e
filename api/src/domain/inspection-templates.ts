import type { InspectionTemplate } from './inspection-template.ts'
import { OCCASIONAL_TEMPLATES } from './inspection-templates-occasional.ts'
import { ROUTINE_TEMPLATES } from './inspection-templates-routine.ts'

/** Checklists to begin from, for each of the seven kinds of inspection. They are ours: no authority has issued them. */
export const INSPECTION_TEMPLATES: readonly InspectionTemplate[] = [
  ...ROUTINE_TEMPLATES,
  ...OCCASIONAL_TEMPLATES,
]
