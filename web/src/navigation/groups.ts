import {
  Activity,
  Building2,
  ChartColumn,
  ClipboardList,
  Footprints,
  GraduationCap,
  Map as MapIcon,
  ScrollText,
  Settings,
  TriangleAlert,
} from '@lucide/vue'
import type { Role } from '@onemap/api/domain/role'
import type { Component } from 'vue'

/**
 * Navigation answers what a person wants to do. A new function becomes a place of one of these
 * groups; the groups stay as they are.
 */
export const GROUP_IDS = [
  'overview',
  'work',
  'enterprises',
  'hazards',
  'patrols',
  'response',
  'results',
  'learning',
  'settings',
  'audit',
] as const
export type GroupId = (typeof GROUP_IDS)[number]

interface Group {
  readonly icon: Component
  /** Addresses that belong to the group though they lie below none of its places. */
  readonly paths: readonly string[]
}

export const GROUPS: Readonly<Record<GroupId, Group>> = {
  overview: { icon: MapIcon, paths: [] },
  work: { icon: ClipboardList, paths: [] },
  enterprises: { icon: Building2, paths: ['/enterprises'] },
  hazards: { icon: TriangleAlert, paths: [] },
  patrols: { icon: Footprints, paths: [] },
  response: { icon: Activity, paths: ['/received-notices'] },
  results: { icon: ChartColumn, paths: [] },
  learning: { icon: GraduationCap, paths: [] },
  settings: { icon: Settings, paths: [] },
  audit: { icon: ScrollText, paths: [] },
}

/** The groups a role works in every day, most used first; all others are one step further away. */
export const MAIN_GROUPS: Readonly<Record<Role, readonly GroupId[]>> = {
  leader: ['overview', 'work', 'response', 'hazards', 'results'],
  bureau: ['work', 'overview', 'enterprises', 'hazards', 'response'],
  grid: ['patrols', 'overview', 'hazards', 'work'],
  enterprise: ['work', 'enterprises', 'hazards', 'response', 'learning'],
  admin: ['settings'],
  auditor: ['audit'],
}
