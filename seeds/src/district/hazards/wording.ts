/** What people write when they take a step of the closed loop. */
export const REJECTED = [
  '现场核实与照片不符，设备当日处于停用检修状态',
  '属正常工艺状态，不构成隐患',
  '举报地点已拆除，现场无相关设施',
  '该处已办理临时作业审批，措施齐全',
] as const
export const MERGED = [
  '与前期登记的隐患为同一处，并案处理',
  '同一设备同一问题重复上报，并案处理',
] as const
export const REGISTERED = [
  '情况属实，予以登记',
  '已到现场核实，问题属实',
  '经核查属实，查重后登记',
  '现场复核与上报一致',
] as const
export const GENERAL_CRITERIA = [
  '未列入重大事故隐患判定标准，整改难度较小，判定为一般隐患',
  '危害和整改难度较小，发现后能够及时整改排除',
  '对照企业隐患排查清单，属基础管理类一般隐患',
  '对照企业隐患排查清单，属生产现场类一般隐患',
  '局部部位缺陷，不需停产停业即可整改',
] as const
export const GENERAL = [
  '按一般隐患治理',
  '定为一般隐患，由车间组织整改',
  '一般隐患，明确责任人限期消除',
  '一般隐患，举一反三排查同类问题',
] as const
export const MAJOR = '符合重大事故隐患判定标准，按重大隐患治理，已报告区经信局'
export const SIGNED = [
  '已签收，立即组织整改',
  '收到，按通知要求落实',
  '已签收，安排专人负责',
  '已签收，所需备件已报采购',
] as const
export const FIXED = [
  '已完成整改',
  '已按要求整改到位',
  '整改完毕并自查合格',
  '已整改，并对同类部位进行了排查',
] as const
export const FAILED = [
  '整改不彻底，仅处理了照片所示部位，同类部位未排查',
  '现场仍有残留问题，重新整改',
  '未提供检测（校验）报告，退回补充',
  '采取的是临时措施，不能长期有效，应落实工程措施',
  '标识、台账未同步更新，退回整改',
] as const
export const PASSED = [
  '现场复查，整改到位',
  '经复查符合要求，同意验收',
  '整改措施有效，资料齐全，验收通过',
  '现场与资料均已核对，同意通过',
  '复查合格，要求纳入日常巡检',
] as const
export const CLOSED = ['同意销号', '资料归档，予以销号', '闭环完成，同意销号'] as const
export const CLOSED_MAJOR = [
  '经专家现场验收合格，批准销号',
  '治理方案各项措施落实，批准销号并解除挂牌',
  '同意验收组意见，批准销号',
] as const
export const REOPENED = [
  '巡查发现同一部位问题反弹',
  '夜查时发现整改措施被拆除',
  '复查回头看，整改效果未保持',
] as const
export const STOPPED = [
  '治理期间存在较大风险，责令相关装置停产停业整改',
  '不能保证治理期间安全，责令暂停使用相关设施',
] as const
export const RESUMED = '现场复查合格，同意恢复生产'
export const DELISTED = '重大事故隐患已治理完毕并通过验收，予以摘牌'
export const EXTENSION_ASKED = [
  '备件采购周期较长，申请延期',
  '需外委单位进厂施工，排期未到，申请延期',
  '检测机构排期紧张，申请延期',
  '受连续降雨影响无法施工，申请延期',
] as const
export const EXTENSION_GRANTED = [
  '情况属实，同意延期，期间落实防范措施',
  '同意延期，超期不再批准',
] as const
export const EXTENSION_REFUSED = [
  '理由不充分，应按期完成',
  '前期未采取有效措施，不同意延期',
] as const
