import { CONTROL_LEVELS, type ControlLevel } from '../../domain/control-level.ts'
import { phone, phones } from '../cells/phone.ts'
import { text } from '../cells/text.ts'
import { optional } from '../column.ts'

/**
 * Department, person and mobile: once for the row's control levels, and once for each level by itself.
 * @param most how many people a level's cell may hold, a line each
 */
export function responsibilityColumns(most = 1) {
  const department = (level: ControlLevel) =>
    optional(
      {
        heading: `${CONTROL_LEVELS[level].zh}级责任部门`,
        aliases: [`${CONTROL_LEVELS[level].zh}责任部门`],
        example: '',
      },
      text(60 * most),
    )
  const person = (level: ControlLevel) =>
    optional(
      {
        heading: `${CONTROL_LEVELS[level].zh}级责任人`,
        aliases: [`${CONTROL_LEVELS[level].zh}责任人`],
        example: '',
      },
      text(40 * most),
    )
  const mobile = (level: ControlLevel) =>
    optional(
      {
        heading: `${CONTROL_LEVELS[level].zh}级责任人手机`,
        aliases: [
          `${CONTROL_LEVELS[level].zh}责任人手机`,
          `${CONTROL_LEVELS[level].zh}级责任人电话`,
          `${CONTROL_LEVELS[level].zh}级手机`,
        ],
        example: '',
      },
      phones(),
    )
  const note = '各级责任人相同时填这里；不同时填后面分级的列'
  return {
    department: optional(
      {
        heading: '责任部门',
        aliases: ['管控责任部门', '责任单位', '管控部门', '责任科室'],
        example: '生产部',
        note,
      },
      text(60),
    ),
    person: optional(
      {
        heading: '责任人',
        aliases: ['管控责任人', '责任人姓名', '管控人'],
        example: '孙示例',
        note,
      },
      text(40),
    ),
    mobile: optional(
      {
        heading: '手机',
        aliases: [
          '责任人手机',
          '责任人手机号码',
          '手机号码',
          '联系电话',
          '责任人电话',
          '电话',
          '手机号',
          '责任人联系方式',
          '联系方式',
        ],
        example: '10000000000',
      },
      phone(),
    ),
    companyDepartment: department('company'),
    companyPerson: person('company'),
    companyMobile: mobile('company'),
    workshopDepartment: department('workshop'),
    workshopPerson: person('workshop'),
    workshopMobile: mobile('workshop'),
    teamDepartment: department('team'),
    teamPerson: person('team'),
    teamMobile: mobile('team'),
    postDepartment: department('post'),
    postPerson: person('post'),
    postMobile: mobile('post'),
  }
}

/** Keys of the columns that say who answers for a risk point. */
export const RESPONSIBILITY_KEYS = Object.keys(responsibilityColumns())

/** Keys of one level's own columns. */
export const LEVEL_KEYS = {
  company: { department: 'companyDepartment', person: 'companyPerson', mobile: 'companyMobile' },
  workshop: {
    department: 'workshopDepartment',
    person: 'workshopPerson',
    mobile: 'workshopMobile',
  },
  team: { department: 'teamDepartment', person: 'teamPerson', mobile: 'teamMobile' },
  post: { department: 'postDepartment', person: 'postPerson', mobile: 'postMobile' },
} as const satisfies Readonly<
  Record<ControlLevel, { department: string; person: string; mobile: string }>
>
