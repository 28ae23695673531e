import type { Label } from '@onemap/api/domain/dictionary'
import { passwordProblems } from '@onemap/api/domain/password'

export interface RuleStanding {
  readonly rule: Label
  readonly met: boolean
}

/** Every rule there is: what is wrong with a password that is all wrong. */
const RULES: readonly Label[] = passwordProblems('a', 'a').map(({ text }) => text)

/** How a password stands with each rule; nothing typed meets none. */
export function passwordStanding(password: string, username: string): readonly RuleStanding[] {
  const broken = passwordProblems(password, username).map(({ text }) => text.zh)
  return RULES.map((rule) => ({ rule, met: password !== '' && !broken.includes(rule.zh) }))
}
