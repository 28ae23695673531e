import type { AccidentType } from '../../domain/accident-type.ts'
import type { AssessmentMethod } from '../../domain/assessment.ts'
import type { AssessmentStage } from '../../domain/assessment-stage.ts'
import type { ControlLevel } from '../../domain/control-level.ts'
import type { DirectCriterion } from '../../domain/direct-criteria.ts'
import type { Factor, OccupationalFactor } from '../../domain/hazard-factors.ts'
import type { RiskLevel } from '../../domain/risk-level.ts'
import type { RiskPointType } from '../../domain/risk-point-kind.ts'
import { words, type Synonyms } from './synonyms.ts'

/**
 * 风险等级. Letters and the fifth grade are those of DB37/T 2882: 1 (A) is red, 4 (D) and 5 (E) are blue. 高、中、低 alone are
 * left out, as schemes of three and of four levels mean different ones.
 */
export const RISK_LEVEL_WORDS: Readonly<Record<RiskLevel, readonly string[]>> = {
  1: words(`
    红色 红色风险 红色等级 1级 1级风险 一级 一级风险 一 I I级 I级风险 A级 A级风险 A
    极其危险
  `),
  2: words(`
    橙色 橙色风险 橙色等级 2级 2级风险 二级 二级风险 二 II II级 II级风险 B级 B级风险 B
    高度危险
  `),
  3: words(`
    黄色 黄色风险 黄色等级 3级 3级风险 三级 三级风险 三 III III级 III级风险 C级 C级风险
    C 显著危险
  `),
  4: words(`
    蓝色 蓝色风险 蓝色等级 4级 4级风险 四级 四级风险 四 IV IV级 IV级风险 D级 D级风险 D
    轻度危险 5级 5级风险 五级 五级风险 V级 E级 稍有危险
  `),
}

/** 事故类型 (GB 6441). */
export const ACCIDENT_TYPE_WORDS: Synonyms<AccidentType> = {
  1: ['物体击打', '打击'],
  3: ['机械事故'],
  6: ['溺水', '淹溺溺水'],
  7: ['灼伤', '烫伤', '灼烫伤'],
  9: ['高空坠落', '坠落'],
  18: ['其它爆炸'],
  19: ['中毒', '窒息', '中毒窒息', '中毒与窒息', '中毒或窒息', '中毒、窒息', '中毒/窒息'],
  20: ['其它伤害', '其他', '其它'],
}

/** 四类因素. */
export const FACTOR_WORDS: Synonyms<Factor> = {
  human: ['人', '人的因素', '人的行为', '人的不安全因素', '人因'],
  object: ['物', '物的因素', '物的状态', '设备因素', '物的不安全因素'],
  environment: ['环境', '环境因素', '环境的不安全因素', '环境不良', '作业环境的缺陷'],
  management: ['管理', '管理因素', '管理的缺陷', '管理上的缺陷', '管理不到位'],
}

/** 职业危害因素. */
export const OCCUPATIONAL_FACTOR_WORDS: Synonyms<OccupationalFactor> = {
  chemical: ['化学', '化学因素', '毒物', '化学毒物'],
  noise: ['噪音', '物理因素噪声'],
  dust: ['粉尘危害'],
  radiation: ['放射', '放射性', '电离'],
}

/** 风险点类型. */
export const RISK_POINT_TYPE_WORDS: Synonyms<RiskPointType> = {
  facility: ['设备', '设备设施', '设备设施类', '设施类'],
  activity: ['作业', '作业活动类', '操作及作业活动', '作业类'],
  area: ['区域类'],
  place: ['场所类'],
}

/** 评价阶段. */
export const ASSESSMENT_STAGE_WORDS: Synonyms<AssessmentStage> = {
  inherent: ['固有', '初始', '初始风险'],
  residual: ['现有', '现实', '现实风险', '剩余', '剩余风险', '控制后'],
}

/** 评价方法. */
export const ASSESSMENT_METHOD_WORDS: Synonyms<AssessmentMethod> = {
  LEC: ['作业条件危险性分析', '作业条件危险性评价法', '作业条件危险性分析法', 'LEC法'],
  LS: ['风险矩阵', '风险矩阵法', '风险矩阵分析法', 'LS法', 'L·S'],
  DIRECT: ['直判', '直接判定法', '直接判定为重大', '直接判定'],
}

/** 直接判定依据. */
export const DIRECT_CRITERION_WORDS: Synonyms<DirectCriterion> = {
  'legal-breach': ['违反法律法规', '违法违规'],
  'past-accident': ['发生过事故', '曾发生事故'],
  'major-hazard-installation': ['重大危险源'],
  'ten-workers-exposed': ['10人及以上', '作业人员10人以上', '10人以上'],
}

/** 管控层级. */
export const CONTROL_LEVEL_WORDS: Synonyms<ControlLevel> = {
  company: ['公司级', '企业', '企业级', '厂级', '厂'],
  workshop: ['车间级', '部室', '部室级', '部门', '部门级', '车间（部室）'],
  team: ['班组级'],
  post: ['岗位级', '个人', '员工'],
}
