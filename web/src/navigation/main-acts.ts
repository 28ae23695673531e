import { Camera, ScanLine } from '@lucide/vue'
import type { Role } from '@onemap/api/domain/role'
import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** Something a role does many times a day, one touch away from every screen. */
export interface MainAct {
  readonly id: 'report' | 'scan'
  readonly icon: Component
  readonly to: RouteLocationRaw
}

const REPORT: MainAct = { id: 'report', icon: Camera, to: { name: 'new-hazard' } }
const SCAN: MainAct = { id: 'scan', icon: ScanLine, to: { name: 'patrol', query: { scan: '1' } } }

/** The acts of a role; the first is raised in the middle of a phone's bar. */
export const MAIN_ACTS: Readonly<Record<Role, readonly MainAct[]>> = {
  leader: [],
  bureau: [REPORT],
  grid: [SCAN, REPORT],
  enterprise: [REPORT],
  admin: [],
  auditor: [],
}
