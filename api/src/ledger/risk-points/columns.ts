import { ASSESSMENT_METHODS } from '../../domain/assessment.ts'
import { ASSESSMENT_STAGES } from '../../domain/assessment-stage.ts'
import { CONTROL_LEVELS } from '../../domain/control-level.ts'
import { DIRECT_CRITERIA } from '../../domain/direct-criteria.ts'
import { FACTORS, OCCUPATIONAL_FACTORS, RISK_CATEGORIES } from '../../domain/hazard-factors.ts'
import { LEC_CLASSIC, LEC_DETAILED } from '../../domain/lec-profiles.ts'
import { RISK_DOMAINS, RISK_POINT_TYPES } from '../../domain/risk-point-kind.ts'
import { z } from 'zod'
import { accidentType } from '../cells/accident-type.ts'
import { choice, orNone, several, yesOrNo } from '../cells/choice.ts'
import { day } from '../cells/day.ts'
import { factor } from '../cells/factor.ts'
import { decimal } from '../cells/number.ts'
import { riskLevel } from '../cells/risk-level.ts'
import { code, text } from '../cells/text.ts'
import { columnsOf, optional, required } from '../column.ts'
import { ofEnterprise } from '../enterprise-columns.ts'
import { maybePlaced } from '../place-columns.ts'
import { measureColumns } from './measure-columns.ts'
import { responsibilityColumns } from './responsibility-columns.ts'
import {
  ASSESSMENT_METHOD_WORDS,
  ASSESSMENT_STAGE_WORDS,
  CONTROL_LEVEL_WORDS,
  DIRECT_CRITERION_WORDS,
  FACTOR_WORDS,
  OCCUPATIONAL_FACTOR_WORDS,
  RISK_POINT_TYPE_WORDS,
} from '../words/risk-words.ts'

const TABLE_VALUE = { zh: '评价准则表中的数值', en: 'a value of the assessment table' }

/** What says which risk point a row is about: empty in a row below, they mean the same point again. */
export const POINT_KEYS = [
  'creditCode',
  'enterpriseName',
  'code',
  'name',
  'type',
  'domain',
  'publicDomain',
  'location',
  'longitude',
  'latitude',
  'lonLat',
  'datum',
] as const

/** 风险分级管控清单: one row a hazard source with one assessment; rows of one code form a risk point. */
export const RiskPointRow = z.object({
  ...ofEnterprise('企业须先在企业台账中；同一风险点的后续行可不填（合并单元格）'),
  code: required(
    {
      heading: '风险点编码',
      aliases: ['风险点编号', '风险点序号', '编码', '编号', '风险点代码', '序号'],
      example: 'FX-001',
      note: '企业内唯一，再次导入时按此更新；多行同一编码为同一风险点',
    },
    code(),
  ),
  name: required(
    {
      heading: '风险点名称',
      aliases: ['风险点', '名称', '风险点（区域）名称', '风险单元', '作业活动或设备设施名称'],
      example: '液氨储罐区',
    },
    text(100),
  ),
  type: required(
    { heading: '风险点类型', aliases: ['类型', '风险点类别'], example: '场所' },
    choice(RISK_POINT_TYPES, RISK_POINT_TYPE_WORDS),
  ),
  domain: optional(
    {
      heading: '所属领域',
      aliases: ['领域', '风险点领域', '风险领域'],
      example: '生产系统',
      note: '不填：已有风险点不变；新风险点按类型，作业活动为操作行为，设施为设备设施，其余为生产系统',
    },
    choice(RISK_DOMAINS),
  ),
  publicDomain: optional(
    {
      heading: '城乡公共领域',
      aliases: ['公共领域', '是否公共领域'],
      example: '否',
      note: '不填：已有风险点不变，新风险点为否',
    },
    yesOrNo(),
  ),
  location: optional(
    {
      heading: '位置',
      aliases: ['风险点位置', '所在位置', '地点', '具体位置', '所在部位', '场所位置'],
      example: '厂区东北侧',
      note: '不填：已有风险点不变',
    },
    text(200),
  ),
  ...maybePlaced('已有风险点不变，新风险点暂用企业坐标'),
  description: required(
    {
      heading: '危险源',
      aliases: [
        '危险源或潜在事件',
        '风险因素',
        '主要危险有害因素',
        '危险有害因素',
        '危险源描述',
        '危害因素',
        '潜在事件',
        '不符合标准情况',
      ],
      example: '储罐法兰密封失效，液氨泄漏',
    },
    text(500),
  ),
  factor: required(
    {
      heading: '因素',
      aliases: ['四类因素', '因素类别', '危险因素类别', '致因', '风险因素类别'],
      example: '物的不安全状态',
    },
    choice(FACTORS, FACTOR_WORDS),
  ),
  riskCategory: optional(
    { heading: '风险类别', aliases: ['诱发风险类别'], example: '泄漏' },
    orNone(choice(RISK_CATEGORIES)),
  ),
  accidentType: required(
    {
      heading: '事故类型',
      aliases: [
        '诱发事故类型',
        '可能发生的事故类型',
        '可能导致的事故类型',
        '事故类别',
        '可能的事故类型',
        '易发生的事故类型',
      ],
      example: '中毒和窒息',
    },
    accidentType(),
  ),
  occupationalFactor: optional(
    {
      heading: '职业危害因素',
      aliases: ['职业病危害因素', '职业危害'],
      example: '化学物',
    },
    orNone(choice(OCCUPATIONAL_FACTORS, OCCUPATIONAL_FACTOR_WORDS)),
  ),
  stage: optional(
    {
      heading: '评价阶段',
      aliases: ['固有/现有', '风险性质'],
      example: '固有风险',
      note: '不填为固有风险；现有风险另起一行，危险源等照填',
    },
    choice(ASSESSMENT_STAGES, ASSESSMENT_STAGE_WORDS),
  ),
  method: optional(
    {
      heading: '评价方法',
      aliases: ['评估方法', '风险评价方法', '分析方法'],
      example: 'LEC',
      note: '不填按所填数值判断：有 E、C 为 LEC，有 S 为 LS',
    },
    choice(ASSESSMENT_METHODS, ASSESSMENT_METHOD_WORDS),
  ),
  l: optional(
    {
      heading: 'L',
      aliases: ['L值', '可能性', '可能性L', '可能性(L)', 'L可能性', '事故发生的可能性'],
      example: 3,
    },
    factor(TABLE_VALUE, [LEC_CLASSIC.l]),
  ),
  e: optional(
    {
      heading: 'E',
      aliases: ['E值', '频繁程度', '暴露频率', '频繁程度E', '暴露频繁程度', 'E暴露频率'],
      example: 6,
    },
    factor(TABLE_VALUE, [LEC_CLASSIC.e]),
  ),
  c: optional(
    { heading: 'C', aliases: ['C值', '后果', '后果C', '后果严重程度', 'C后果'], example: 15 },
    factor(TABLE_VALUE, [LEC_CLASSIC.c, LEC_DETAILED.c]),
  ),
  s: optional(
    { heading: 'S', aliases: ['S值', '严重性', '严重性S', '严重程度', 'S严重性'], example: '' },
    decimal(TABLE_VALUE),
  ),
  score: optional(
    {
      heading: '风险值',
      aliases: ['D', 'R', 'D值', 'R值', '风险度', '风险值D', '风险值R', '评价值'],
      example: 270,
      note: '只用于核对',
      forChecking: true,
    },
    decimal({ zh: '数字', en: 'a number' }),
  ),
  level: optional(
    {
      heading: '风险等级',
      aliases: ['等级', '风险级别', '风险分级', '评价级别', '风险颜色'],
      example: '较大',
      note: '只用于核对：与评价结果不符即报错',
    },
    riskLevel(),
  ),
  direct: optional(
    {
      heading: '直接判定依据',
      aliases: ['重大风险直接判定', '直接判定', '直判依据'],
      example: '',
      note: '填写后风险等级为重大',
    },
    orNone(choice(DIRECT_CRITERIA, DIRECT_CRITERION_WORDS)),
  ),
  assessor: optional(
    {
      heading: '评价人',
      aliases: ['评估人', '评价人员', '辨识人'],
      example: '赵示例',
      note: '不填记为“台账导入”',
    },
    text(40),
  ),
  assessedOn: optional(
    {
      heading: '评价日期',
      aliases: ['评估日期', '辨识日期', '评价时间'],
      example: '2026-03-15',
      note: '不填为首次导入当天',
    },
    day(),
  ),
  reason: optional(
    { heading: '评价说明', aliases: ['备注', '说明', '评价依据'], example: '' },
    text(500),
  ),
  ...measureColumns(),
  controlLevels: optional(
    {
      heading: '管控层级',
      aliases: ['管控级别', '责任层级', '管控层级（级别）'],
      example: '公司、车间、班组、岗位',
      note: '重大、较大：四级；一般：车间、班组、岗位；低：班组、岗位。措施记在所填的每一级',
    },
    several(choice(CONTROL_LEVELS, CONTROL_LEVEL_WORDS)),
  ),
  ...responsibilityColumns(),
})

export const RISK_POINT_COLUMNS = columnsOf(RiskPointRow)
