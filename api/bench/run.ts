import { beside, districtDatabase } from './databases.ts'
import { measureLists } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measureScaling } from './scaling.ts'
import { measureScoping } from './scoping.ts'
import { measureSnapshot } from './snapshot.ts'
import { openSubject } from './subject.ts'
import { table } from './table.ts'

const { BENCH_DATABASE_URL, DATABASE_URL } = process.env

/** BENCH_DATABASE_URL names the benchmark's own database; beside DATABASE_URL one is made. */
function addressOf(): string {
  if (BENCH_DATABASE_URL) return BENCH_DATABASE_URL
  if (DATABASE_URL) return beside(DATABASE_URL, 'bench')
  throw new Error('The benchmark needs PostGIS: set BENCH_DATABASE_URL or DATABASE_URL.')
}

const address = addressOf()
await districtDatabase(address)
const subject = await openSubject(address)
const lines = [...await measureSnapshot(subject), ...await measureLists(subject), ...await measureScoping(subject)]
await subject.close()
lines.push(...await measureScaling(address), ...await measureMemory(address))
console.log(`\n${table(lines)}\n`)
