import { measureBroadcast } from './broadcast.ts'
import { benchAddress, districtDatabase } from './databases.ts'
import { measureHistory } from './history.ts'
import { measureLists } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measurePublicPages } from './public-pages.ts'
import { measureReassignment } from './reassignment.ts'
import { measureRecipients } from './recipients.ts'
import { measureScaling } from './scaling.ts'
import { measureScoping } from './scoping.ts'
import { measureSnapshot } from './snapshot.ts'
import { openSubject } from './subject.ts'
import { table } from './table.ts'

const address = benchAddress()
await districtDatabase(address)
const subject = await openSubject(address)
const lines = [
  ...(await measureSnapshot(subject)),
  ...(await measureHistory(subject)),
  ...(await measureLists(subject)),
  ...(await measureScoping(subject)),
  ...(await measureBroadcast(subject)),
  ...(await measurePublicPages(subject)),
]
await subject.close()
lines.push(
  ...(await measureScaling(address)),
  ...(await measureRecipients(address)),
  ...(await measureReassignment(address)),
  ...(await measureMemory(address)),
)
console.log(`\n${table(lines)}\n`)
