import type {
  HazardGrade,
  HazardOrigin,
  HazardStatus,
  HazardTreatment,
} from '../../domain/hazard.ts'
import { words, type Synonyms } from './synonyms.ts'

/** 隐患来源. Checks by the calendar are comprehensive ones, unless they are of the day or the shift. */
export const HAZARD_ORIGIN_WORDS: Synonyms<HazardOrigin> = {
  daily: ['日常', '日常检查', '日常巡查', '日检查', '班组检查', '岗位巡检', '交接班检查', '自查'],
  comprehensive: words(`
    综合 综合检查 综合排查 综合性检查 周检查 周检 每周检查 月度检查 月检查 月检 每月检查
    季度检查 季检 年度检查 半年检查 定期检查 公司检查 厂级检查 企业自查
  `),
  specialised: ['专业', '专项', '专项检查', '专项排查', '专业检查', '专业性检查'],
  seasonal: ['季节', '季节性检查', '季节检查', '夏季检查', '冬季检查', '汛期检查'],
  holiday: ['节假日', '节假日检查', '节前检查', '节日检查', '重点时段检查'],
  expert: ['外聘专家', '外聘专家检查', '专家诊断', '第三方检查', '第三方机构检查'],
  restart: ['复产复工', '复工复产', '开工前检查', '复工检查'],
  analogy: ['事故类比', '事故类比检查'],
  'grid-patrol': ['网格员巡查', '网格', '网格员检查', '网格排查'],
  'department-check': words(`
    部门 执法检查 监督检查 政府检查 上级检查 镇街检查 应急局检查 安监检查 联合检查
    督导检查
  `),
  'authority-expert': ['专家会诊', '专家查隐患'],
  'public-report': ['举报', '举报投诉', '员工举报', '职工举报'],
  assigned: ['交办', '上级转办', '转办'],
  'monitoring-warning': ['预警', '监测报警', '报警'],
  other: ['其它', '其他检查'],
}

/** 隐患等级. */
export const HAZARD_GRADE_WORDS: Synonyms<HazardGrade> = {
  general: ['一般', '一般事故隐患', '一般性隐患', '一般级', '一般级隐患'],
  major: ['重大', '重大事故隐患', '重大级', '重大级隐患'],
}

/** 治理方式. */
export const HAZARD_TREATMENT_WORDS: Synonyms<HazardTreatment> = {
  'on-the-spot': words(`
    立即整改 当场整改 当场纠正 现场整改 现场纠正 立查立改 立行立改 立整立改 即知即改
    立即改正 当场改正 即时整改
  `),
  'time-limited': ['限期', '限时整改', '限期治理', '限时', '限期改正', '期限整改', '限期完成'],
}

/** 状态. 已整改 says less than a status: the dates say the rest. */
export const HAZARD_STATUS_WORDS: Synonyms<HazardStatus | 'rectified'> = {
  rectifying: words(`
    未整改 正在整改 未完成 整改未完成 未整改完成 否 治理中 未关闭 未闭环 未销号 未消除
    未治理 待整改 处理中 进行中
  `),
  rectified: words(`
    整改完成 整改完毕 已完成 完成 是 已治理 已整改完成 已整改完毕 整改到位 已整改到位
    已改正 已处理 治理完成 完成整改
  `),
  'in-review': ['待验收', '待复核', '待核查', '整改待复查', '待审核'],
  accepted: ['已验收', '复查通过', '验收合格', '复查合格', '已复查', '通过验收'],
  closed: words(`
    销号 已闭环 闭环 关闭 已关闭 已消除 消除 已消号 已办结 办结 已结案 结案 整改销号
  `),
  notified: ['已下达', '已通知', '待接收'],
  reported: ['已上报', '新上报', '待确认'],
  registered: ['已登记', '已核实'],
  graded: ['已评级'],
  void: ['已作废', '不属实', '已撤销', '误报'],
}
