import type { Database } from './db/database.ts'
import { memoryEvidenceStore } from './db/test-evidence-store.ts'
import { createSealer } from './db/sealed.ts'
import { NOW } from './db/test-fixture-places.ts'
import type { AppDeps } from './http/deps.ts'

/** What an application under test is given: the clock stands at NOW, failures that nobody foresaw are kept. */
export function testDeps(database: Database): AppDeps & { readonly failures: Error[] } {
  const failures: Error[] = []
  return {
    database,
    failures,
    config: {
      tiandituToken: undefined,
      mapApprovalNumber: '鲁SG(2026)001号',
      bureau: { zh: '区经信局', en: 'the bureau' },
      dutyPhone: { number: '0632-6611111', invented: false },
      publicOrigin: undefined,
      trustProxy: false,
      requireTwoFactor: [],
      singleSignOn: undefined,
    },
    evidence: memoryEvidenceStore(),
    authSecret: 'test-secret-0123456789-abcdefghijklmnop',
    sealer: createSealer(Buffer.alloc(32, 7)),
    now: () => NOW,
    version: '1.2.3',
    log: (_what, error) => failures.push(error),
  }
}
