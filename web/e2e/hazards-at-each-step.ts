import type { Browser } from 'playwright-core'
import { actBeside, reportHazard, uploadPhoto, type Reported } from './hazard-page.ts'
import { openPage, SIZES } from './page.ts'
import { besideOf, firmOf, photograph } from './phone.ts'

const REGISTER = { type: 'register', duplicatesChecked: true } as const
const GENERAL = { type: 'grade', grade: 'general', criteria: '岗位安全操作规程' } as const
const NOTIFY = { type: 'notify', responsibleName: '赵工', opinion: '限期整改' } as const

/**
 * Brings hazards of the first demonstration enterprise to the steps at which there may be none today, whatever day it is.
 * @returns `enterprise/id` by the name that addresses have for the step
 */
export async function hazardsAtEachStep(
  browser: Browser,
  origin: string,
): Promise<ReadonlyMap<string, string>> {
  const { page } = await openPage(browser, SIZES.phone)
  const photo = await photograph(page)
  await page.context().close()
  const firm = await firmOf(origin, 'ent01')
  const report = (what: string, north: number): Promise<Reported> =>
    reportHazard(origin, 'ent01', firm.id, besideOf(firm, north, 40), what, photo)
  const by =
    (account: Parameters<typeof actBeside>[1], hazard: Reported) =>
    (act: Parameters<typeof actBeside>[3]): Promise<void> =>
      actBeside(origin, account, hazard, act)

  const toVerify = await report('配电箱门未关闭', 10)
  const toGrade = await report('灭火器压力不足', 20)
  await by('ent01', toGrade)(REGISTER)
  const graded = await report('安全出口标志灯损坏', 30)
  for (const act of [REGISTER, GENERAL]) await by('ent01', graded)(act)
  const rectifying = await report('传动部位防护罩缺失', 40)
  for (const act of [REGISTER, GENERAL, NOTIFY, { type: 'sign' } as const])
    await by('ent01', rectifying)(act)
  const toReview = await report('临时用电线路未架空', 50)
  for (const act of [REGISTER, GENERAL, NOTIFY, { type: 'sign' } as const])
    await by('ent01', toReview)(act)
  await by(
    'ent01',
    toReview,
  )({ type: 'submit', cost: 0, evidence: [await uploadPhoto(origin, 'ent01', firm.id, photo)] })
  const toSign = await report('可燃气体报警器停用', 60)
  await by('ent01', toSign)(REGISTER)
  await by('bureau', toSign)({ type: 'grade', grade: 'major', criteria: '重大事故隐患判定标准' })
  await by('bureau', toSign)(NOTIFY)
  return new Map(
    Object.entries({ toVerify, toGrade, graded, rectifying, toReview, toSign, major: toSign }).map(
      ([name, { enterpriseId, id }]) => [name, `${enterpriseId}/${id}`],
    ),
  )
}
