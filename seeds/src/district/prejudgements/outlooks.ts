import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { PrejudgementSource } from '@onemap/api/domain/prejudgement'

/** What somebody expects of a season. */
export interface Outlook {
  readonly title: string
  readonly sources: readonly PrejudgementSource[]
  readonly content: string
  readonly measures: string
  readonly accidentTypes: readonly AccidentType[]
  /** Titles of the cases it learns from begin so. */
  readonly cases: readonly string[]
}

type Season = 'winter' | 'spring' | 'summer' | 'autumn'

/** 冬 12–2, 春 3–5, 夏 6–8, 秋 9–11. */
export function seasonOf(day: string): Season {
  const month = Number(day.slice(5, 7))
  return month === 12 || month <= 2
    ? 'winter'
    : month <= 5
      ? 'spring'
      : month <= 8
        ? 'summer'
        : 'autumn'
}

/** What holds for the whole city in each season. */
export const CITY: Readonly<Record<Season, Outlook>> = {
  winter: {
    title: '冬季安全风险预判',
    sources: ['season', 'others-accident'],
    accidentTypes: [8, 16, 19],
    cases: ['北京长峰医院'],
    content:
      '气温低、用电用气取暖增多：管线设备易冻裂泄漏；锅炉负荷上升；室内通风不足，一氧化碳中毒风险上升；年底赶工，动火和交叉作业增多。',
    measures:
      '开展防冻防凝检查；动火作业提级审批；锅炉房、值班室装一氧化碳报警；节前停产检修方案报备。',
  },
  spring: {
    title: '春季复工安全风险预判',
    sources: ['season', 'others-accident'],
    accidentTypes: [19, 3, 9],
    cases: ['江苏响水'],
    content:
      '节后集中复工复产：设备长时间停用后启动、新员工上岗、检维修和有限空间作业集中；大风天气高处作业和临时设施风险上升。',
    measures: '复工前逐项确认并由主要负责人签字；新员工三级教育不合格不上岗；有限空间作业须报备。',
  },
  summer: {
    title: '汛期和高温季节安全风险预判',
    sources: ['season', 'others-accident'],
    accidentTypes: [18, 6, 5, 19],
    cases: ['天津港', '江苏昆山'],
    content:
      '高温使易燃易爆、自反应物料和粉尘场所风险上升；强降雨、运河水位上涨，低洼厂区和码头易进水；雷电和潮湿环境触电风险上升；有限空间硫化氢积聚。',
    measures:
      '危险化学品仓库每日测温；汛前完成防雷、排水和配电室检查；高温时段调整室外作业；有限空间一律先检测后进入。',
  },
  autumn: {
    title: '秋季风干物燥安全风险预判',
    sources: ['season', 'others-accident'],
    accidentTypes: [8, 18, 2],
    cases: ['江苏昆山', '吉林宝源丰'],
    content:
      '风干物燥，木材、纸张、纺织原料和粉尘场所火灾爆炸风险上升；四季度赶产量，设备超负荷和疲劳作业增多；早晚大雾，厂内和码头车辆伤害风险上升。',
    measures: '清理可燃物和积尘，核查除尘、消防设施；严格动火审批；厂区限速，装卸区人车分流。',
  },
}

/** What holds for an industry, whatever the season. */
export const INDUSTRIES: readonly (Outlook & { readonly industry: string })[] = [
  {
    industry: '化工',
    title: '化工行业泄漏爆炸风险预判',
    sources: ['others-accident'],
    accidentTypes: [18, 19, 8],
    cases: ['江苏响水', '天津港'],
    content:
      '危险废物、中间产品超期超量贮存，开停车和检维修阶段操作失误，是近年化工事故的主要诱因。',
    measures: '摸清各类物料和固废的最大存量；开停车方案经评审；特殊作业视频监控全程覆盖。',
  },
  {
    industry: '农副食品加工',
    title: '涉氨制冷和人员密集车间风险预判',
    sources: ['others-accident', 'season'],
    accidentTypes: [19, 8],
    cases: ['吉林宝源丰'],
    content: '涉氨制冷装置老化，加工车间人员密集、疏散通道易被占用；保温材料易燃。',
    measures: '液氨泄漏报警联锁逐台试验；安全出口班前检查；每半年开展一次撤离演练。',
  },
  {
    industry: '造纸和木材加工',
    title: '造纸、木材加工火灾和有限空间风险预判',
    sources: ['own-accident', 'others-accident'],
    accidentTypes: [8, 19, 3],
    cases: ['（示例）某纸业', '江苏昆山'],
    content: '原料堆场火灾荷载大；浆池、污水池清理易发生中毒窒息；砂光、除尘系统粉尘积聚。',
    measures: '堆场分垛留足间距；有限空间作业审批和监护；除尘系统定期清灰并试验泄爆装置。',
  },
]

/** What an enterprise expects of itself; `{point}` is its worst risk point. */
export const ENTERPRISE: readonly Outlook[] = [
  {
    title: '重点部位风险预判',
    sources: ['season'],
    accidentTypes: [8],
    cases: [],
    content:
      '结合季节特点，{point}等部位发生事故的可能性上升：温度变化大，设备密封和电气绝缘易劣化。',
    measures: '上述部位由公司级带班人员每周核查一次，管控措施失效的立即停用并上报。',
  },
  {
    title: '吸取同类事故教训专项预判',
    sources: ['others-accident'],
    accidentTypes: [18, 8],
    cases: ['江苏昆山'],
    content: '对照同类企业事故，{point}存在相似条件：作业人员集中，防爆、除尘等设施依赖日常维护。',
    measures: '逐条对照事故原因自查，补充管控措施并重新评价相关风险点。',
  },
  {
    title: '岗位险肇事件预判',
    sources: ['own-accident', 'season'],
    accidentTypes: [3, 4],
    cases: ['（示例）某机械厂'],
    content: '今年本企业发生过未遂事件，暴露出{point}操作规程执行不严、安全确认流于形式。',
    measures: '班前会讲清当日风险；关键操作双人确认；未遂事件 24 小时内分析通报。',
  },
]
