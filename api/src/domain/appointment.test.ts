import { describe, expect, it } from 'vitest'
import { checkAppointment } from './appointment.ts'
import { DomainError } from './errors.ts'
import type { Role } from './role.ts'

type Given = Parameters<typeof checkAppointment>[1]
const from = { validFrom: '2026-11-24' }

function wrongFields(role: Role, given: Partial<Given>): string[] {
  try {
    checkAppointment(role, { ...from, ...given })
    return []
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ field }) => field)
    throw error
  }
}

describe('checkAppointment', () => {
  it.each<[Role, Partial<Given>]>([
    ['leader', {}],
    ['admin', { validTo: '2026-11-24' }],
    ['bureau', { position: 'head', officeId: 'o' }],
    ['grid', { position: 'chief', gridId: 'g' }],
    ['enterprise', { position: 'rectifier', enterpriseId: 'e' }],
  ])('lets %s be appointed with %o', (role, given) => {
    expect(wrongFields(role, given)).toEqual([])
  })

  it.each<[Role, Partial<Given>, string[]]>([
    ['leader', { position: 'head' }, ['position']],
    ['leader', { gridId: 'g' }, ['gridId']],
    ['bureau', { officeId: 'o' }, ['position']],
    ['grid', { position: 'head', gridId: 'g' }, ['position']],
    ['grid', { position: 'chief' }, ['gridId']],
    ['enterprise', { position: 'principal', enterpriseId: 'e', gridId: 'g' }, ['gridId']],
    ['auditor', { validTo: '2026-11-23' }, ['validTo']],
  ])('refuses %s with %o', (role, given, fields) => {
    expect(wrongFields(role, given)).toEqual(fields)
  })
})
