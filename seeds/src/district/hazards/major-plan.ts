import type { PlanElement } from '@onemap/api/domain/hazard-event'
import type { Random } from '../random.ts'
import type { Fault } from './faults.ts'

/** 治理方案 of a major hazard with its 五落实. */
export function planFor(
  random: Random,
  fault: Fault,
  rectifier: string,
  deadline: string,
): Record<PlanElement, string> {
  const { unit, point } = fault.point.surroundings
  return {
    responsibility: `企业主要负责人总负责，${unit}负责人${rectifier}具体组织实施，安全管理部门每日跟踪`,
    measures: fault.remedy,
    funds: `列支安全生产费用${random.int(4, 95)}万元，专款专用`,
    timeLimit: `${deadline}前完成治理并申请验收`,
    contingency: random.pick([
      `治理期间${point}停止使用，设置警戒区并安排专人值守，应急物资前置到${unit}`,
      `治理期间降低负荷运行，${unit}每小时巡检一次；出现异常立即停车并启动现场处置方案`,
      `撤出${point}周边无关人员，作业实行领导带班，联系邻近专职救援队备勤`,
      `严格执行特殊作业审批，现场配备便携式检测报警仪和灭火器材，治理前组织一次专项演练`,
    ]),
  }
}
