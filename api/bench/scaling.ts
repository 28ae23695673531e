import { beside, middleOf, scaledDatabase } from './databases.ts'
import { paired } from './measure.ts'
import { answer, openSubject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const FEW = 1_000
const MANY = 100_000

/** Neighbours among a hundred times more enterprises, equally dense: what is near must not cost more. */
export async function measureScaling(address: string): Promise<Line[]> {
  const [fewAddress, manyAddress] = [beside(address, String(FEW)), beside(address, String(MANY))]
  await scaledDatabase(fewAddress, FEW)
  await scaledDatabase(manyAddress, MANY)
  const few = await openSubject(fewAddress)
  const many = await openSubject(manyAddress)
  const [fewApi, manyApi] = [few.freshApi(), many.freshApi()]
  const { subject, reference, ratio } = await paired(
    () => answer(manyApi.request(`/api/enterprises/${middleOf(MANY)}/neighbours?radius=1000`)),
    () => answer(fewApi.request(`/api/enterprises/${middleOf(FEW)}/neighbours?radius=1000`)),
    200,
  )
  await few.close()
  await many.close()
  return [
    {
      what: `neighbours within 1 km, ${MANY.toLocaleString('en')} enterprises / ${FEW.toLocaleString('en')}`,
      measured: milliseconds(subject),
      reference: milliseconds(reference),
      value: ratio,
      target: 1.5,
      unit: '×',
    },
  ]
}
