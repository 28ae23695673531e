import { completeCreditCode } from '@onemap/api/domain/credit-code'
import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import type { ImportContext, RowReading } from './ledger.ts'

/** A credit code of its own for every number up to 999999. */
export const testCreditCode = (number: number) =>
  completeCreditCode(`91370405MA3${String(number).padStart(6, '0')}`)

/** A context with one town, for reading rows without a database. */
export const TEST_CONTEXT: ImportContext = {
  fileName: '台账.xlsx',
  datum: 'wgs84',
  lecProfileId: 'lec-classic',
  sealer: TEST_SEALER,
  today: '2026-06-01',
  divisions: {
    district: '台儿庄区',
    town: (text) =>
      text === '泥沟镇'
        ? { value: '370405102' }
        : { fault: { zh: `没有${text}`, en: `no ${text}` } },
    village: (text) =>
      text === '兰城'
        ? { value: '370405102201' }
        : { fault: { zh: `没有${text}`, en: `no ${text}` } },
  },
  present: new Set(),
}

/** The faults of a reading as `key: message`. */
export const faultsOf = ({ faults }: RowReading) =>
  faults.map(({ key, fault }) => `${key}: ${fault.zh}`)
