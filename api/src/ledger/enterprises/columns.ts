import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { z } from 'zod'
import { choice, oneOf, orNone } from '../cells/choice.ts'
import { creditCode } from '../cells/credit-code.ts'
import { wholeNumber } from '../cells/number.ts'
import { phone } from '../cells/phone.ts'
import { text } from '../cells/text.ts'
import { columnsOf, optional, required, type Cell } from '../column.ts'
import { EXAMPLE_CREDIT_CODE } from '../example.ts'
import { placed } from '../place-columns.ts'
import { ENTERPRISE_KIND_WORDS } from '../words/enterprise-words.ts'

const industryCode: Cell<string> = {
  allowed: {
    zh: 'GB/T 4754-2017 代码，如 2631 或 C2631',
    en: 'a code of GB/T 4754-2017 such as 2631 or C2631',
  },
  read: (value) =>
    /^[A-T]?\d{2,4}$/i.test(value)
      ? { value: value.toUpperCase() }
      : {
          fault: {
            zh: `“${value.slice(0, 30)}”不是行业代码，应为 GB/T 4754-2017 代码，如 2631 或 C2631`,
            en: `“${value.slice(0, 30)}” is no industry code; expected one of GB/T 4754-2017 such as 2631 or C2631`,
          },
        },
}

const majorHazardLevel = orNone(
  oneOf(
    [
      ['一', 'i'],
      ['二', 'ii'],
      ['三', 'iii'],
      ['四', 'iv'],
    ].map(([chinese, roman], index) => ({
      value: index + 1,
      name: { zh: `${chinese}级`, en: `class ${roman?.toUpperCase()}` },
      others: [`${index + 1}`, `${index + 1}级`, `${chinese}`, `${roman}`, `${roman}级`],
    })),
  ),
)

/** 企业台账: one row an enterprise, known by its credit code. */
export const EnterpriseRow = z.object({
  creditCode: required(
    {
      heading: '统一社会信用代码',
      aliases: ['信用代码', '社会信用代码', '统一信用代码', '企业信用代码', '统一社会信用代码证号'],
      example: EXAMPLE_CREDIT_CODE,
      note: '企业的唯一标识：再次导入时按此代码更新',
    },
    creditCode(),
  ),
  name: required(
    {
      heading: '企业名称',
      aliases: ['单位名称', '名称', '企业全称', '生产经营单位名称', '公司名称', '企业名'],
      example: '台儿庄区示例化工有限公司',
    },
    text(120),
  ),
  kind: optional(
    {
      heading: '监管类别',
      aliases: ['企业类别', '监管对象类别', '类别', '企业类型'],
      example: '高危企业',
      note: '不填为一般企业',
    },
    choice(ENTERPRISE_KINDS, ENTERPRISE_KIND_WORDS),
  ),
  industryCode: optional(
    { heading: '行业代码', aliases: ['国民经济行业代码', '行业分类代码'], example: '2631' },
    industryCode,
  ),
  industry: required(
    {
      heading: '行业',
      aliases: ['所属行业', '行业类别', '行业名称', '行业分类', '国民经济行业'],
      example: '化学农药制造',
    },
    text(60),
  ),
  activity: optional(
    {
      heading: '主要产品或经营内容',
      aliases: ['经营范围', '主营业务', '主要产品', '生产经营内容', '主要产品及规模'],
      example: '年产农药制剂 3000 吨',
    },
    text(500),
  ),
  address: required(
    {
      heading: '地址',
      aliases: ['企业地址', '生产经营地址', '详细地址', '单位地址', '经营地址', '厂址', '注册地址'],
      example: '涧头集镇工业园 8 号',
    },
    text(200),
  ),
  town: required(
    {
      heading: '镇街',
      aliases: [
        '所属镇街',
        '镇（街道）',
        '镇',
        '乡镇',
        '所在镇街',
        '所属乡镇',
        '乡镇街道',
        '镇街名称',
        '街道',
        '属地镇街',
      ],
      example: '涧头集镇',
    },
    {
      allowed: {
        zh: '台儿庄区各镇街的名称或 9 位代码',
        en: 'name or 9-digit code of a town of the district',
      },
      read: (value) => ({ value }),
    },
  ),
  village: optional(
    {
      heading: '村居',
      aliases: ['村（居）', '所属村居', '村', '社区', '行政村', '村（社区）', '所在村'],
      example: '',
      note: '不填则只记到镇街',
    },
    {
      allowed: {
        zh: '所属镇街的村（社区）名称或 12 位代码',
        en: 'name or 12-digit code of a village of that town',
      },
      read: (value) => ({ value }),
    },
  ),
  ...placed(),
  legalRepresentative: optional(
    { heading: '法定代表人', aliases: ['法人', '法人代表', '法人姓名'], example: '张示例' },
    text(40),
  ),
  principal: optional(
    { heading: '主要负责人', aliases: ['负责人', '企业负责人', '单位负责人'], example: '李示例' },
    text(40),
  ),
  safetyOfficer: optional(
    {
      heading: '安全负责人',
      aliases: ['安全管理人员', '安全员', '分管安全负责人', '安全管理负责人', '安全总监'],
      example: '王示例',
    },
    text(40),
  ),
  dutyPhone: optional(
    {
      heading: '值班电话',
      aliases: ['24小时值班电话', '联系电话', '应急电话', '电话', '单位电话'],
      example: '0632-00000000',
      note: '会向相邻企业公开，请填单位电话',
    },
    phone(),
  ),
  employees: optional(
    {
      heading: '从业人数',
      aliases: ['职工人数', '员工人数', '从业人员', '人数', '从业人员数'],
      example: 120,
    },
    wholeNumber(0, 1_000_000),
  ),
  majorHazardLevel: optional(
    { heading: '重大危险源级别', aliases: ['重大危险源等级', '重大危险源'], example: '三级' },
    majorHazardLevel,
  ),
  office: optional(
    {
      heading: '主管科室',
      aliases: ['科室', '监管科室', '责任科室'],
      example: '',
      note: '不填：已有企业不变，新企业记为“未分配”',
    },
    text(40),
  ),
})

export const ENTERPRISE_COLUMNS = columnsOf(EnterpriseRow)
