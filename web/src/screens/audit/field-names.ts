import type { AuditedTable } from '@onemap/api/domain/audit'
import type { Label } from '@onemap/api/domain/dictionary'

const L = (zh: string, en: string): Label => ({ zh, en })

/** Columns that mean the same wherever they stand. */
const ANYWHERE: Readonly<Record<string, Label>> = {
  id: L('编号', 'Id'), enterprise_id: L('企业编号', 'Enterprise id'), user_id: L('人员编号', 'Person id'), grid_id: L('网格编号', 'Grid id'), office_id: L('科室编号', 'Office id'),
  risk_point_id: L('风险点编号', 'Risk point id'), hazard_id: L('隐患编号', 'Hazard id'), hazard_source_id: L('危险源编号', 'Hazard source id'),
  no: L('序号', 'No.'), seq: L('步骤', 'Step'), code: L('编码', 'Code'), name: L('名称', 'Name'), description: L('描述', 'Description'), reason: L('事由', 'Reason'),
  location_text: L('位置', 'Location'), geom: L('坐标', 'Coordinates'), extent: L('范围', 'Extent'), area_code: L('村居代码', 'Village code'), town_code: L('镇街代码', 'Town code'), parent_code: L('上级代码', 'Parent code'),
  level: L('风险等级', 'Risk level'), risk_level: L('风险等级', 'Risk level'), accident_type: L('事故类型', 'Accident type'), risk_category: L('风险类别', 'Risk category'), occupational_factor: L('职业危害因素', 'Occupational factor'),
  created_at: L('建立时间', 'Created'), updated_at: L('更新时间', 'Updated'), recorded_at: L('记录时间', 'Recorded'), is_demo: L('演示数据', 'Demonstration'), schematic: L('示意', 'Schematic'),
  credit_code: L('统一社会信用代码', 'Credit code'), initials: L('拼音首字母', 'Pinyin initials'), kind: L('监管类别', 'Kind'), industry_code: L('行业代码', 'Industry code'), industry: L('行业', 'Industry'), activity: L('主要活动', 'Main activity'),
  address: L('地址', 'Address'), source_datum: L('坐标来源', 'Coordinates from'), legal_representative: L('法定代表人', 'Legal representative'), principal: L('主要负责人', 'Principal'), safety_officer: L('安全负责人', 'Safety officer'),
  duty_phone: L('值班电话', 'Duty phone'), phone: L('电话', 'Phone'), employees: L('从业人员', 'Employees'), major_hazard_level: L('重大危险源级别', 'Major hazard installation'),
  type: L('类型', 'Type'), domain: L('所属领域', 'Domain'), public_domain: L('城乡公共领域', 'Public domain'), factor: L('致因', 'Factor'),
  stage: L('评价阶段', 'Stage'), method: L('评价方法', 'Method'), inputs: L('取值', 'Inputs'), score: L('分值', 'Score'), profile_id: L('评价标准', 'Profile'), profile_version: L('标准版本', 'Profile version'),
  direct_criterion: L('直接判定依据', 'Direct criterion'), assessor: L('评价人', 'Assessor'), assessed_on: L('评价日期', 'Assessed on'),
  category: L('措施类别', 'Category'), control_level: L('管控层级', 'Control level'), content: L('措施内容', 'Content'), verified_on: L('核查日期', 'Verified on'),
  department: L('责任部门', 'Department'), person: L('责任人', 'Person'), mobile: L('手机号', 'Mobile'), id_number: L('身份证号', 'Identity number'), id_number_masked: L('身份证号（脱敏）', 'Identity number (masked)'), mobile_sealed: L('手机号', 'Mobile'), mobile_masked: L('手机号（脱敏）', 'Mobile (masked)'),
  origin: L('来源', 'Origin'), grade: L('隐患等级', 'Grade'), treatment: L('治理方式', 'Treatment'), status: L('状态', 'Status'), reported_at: L('发现时间', 'Reported'), deadline: L('整改期限', 'Deadline'),
  accepted_at: L('验收时间', 'Accepted'), closed_at: L('销号时间', 'Closed'), round: L('复查退回次数', 'Times sent back'), extension: L('延期', 'Extension'), supervision: L('挂牌督办', 'Supervision'), work_stop: L('责令停产停业', 'Work stop'),
  from_status: L('原状态', 'From'), to_status: L('新状态', 'To'), actor_name: L('办理人', 'Done by'), actor_role: L('办理身份', 'In the part of'), occurred_at: L('办理时间', 'Done at'), opinion: L('意见', 'Opinion'), detail: L('附加内容', 'Details'),
  layer: L('图层', 'Layer'), source: L('数据来源', 'Source'), licence: L('许可', 'Licence'), datum: L('坐标系', 'Datum'), obtained_on: L('取得日期', 'Obtained on'), note: L('说明', 'Note'),
  username: L('登录名', 'Account'), display_username: L('登录名', 'Account'), email: L('内部邮箱标识', 'Internal e-mail'), email_verified: L('邮箱已核实', 'E-mail verified'), image: L('头像', 'Image'), role: L('角色', 'Role'), position: L('职务', 'Position'),
  banned: L('已停用', 'Suspended'), ban_reason: L('停用原因', 'Reason of suspension'), ban_expires: L('停用至', 'Suspended until'), two_factor_enabled: L('两步验证', 'Two-factor'), must_change_password: L('须改密码', 'Must change password'),
  failed_sign_ins: L('连续登录失败', 'Failed sign-ins'), locked_until: L('锁定至', 'Locked until'), valid_from: L('任职起', 'From'), valid_to: L('任职止', 'To'), ended_at: L('提前结束于', 'Ended at'), end_reason: L('交接事由', 'Reason'), successor_id: L('接任编号', 'Successor id'),
  token: L('会话凭证', 'Session token'), expires_at: L('到期', 'Expires'), ip_address: L('来源地址', 'Address'), user_agent: L('设备', 'Device'), impersonated_by: L('代操作人', 'Impersonated by'),
  account_id: L('凭据编号', 'Credential id'), provider_id: L('登录方式', 'Provider'), password: L('密码', 'Password'), access_token: L('访问令牌', 'Access token'), refresh_token: L('刷新令牌', 'Refresh token'), id_token: L('身份令牌', 'Identity token'),
  access_token_expires_at: L('访问令牌到期', 'Access token expires'), refresh_token_expires_at: L('刷新令牌到期', 'Refresh token expires'), scope: L('授权范围', 'Scope'), secret: L('密钥', 'Secret'), backup_codes: L('备用码', 'Backup codes'), verified: L('已核实', 'Verified'),
  failed_verification_count: L('验证失败次数', 'Failed verifications'), rows: L('行数', 'Rows'), table: L('对象类型', 'Kind of object'), from: L('起始日期', 'From'), to: L('截止日期', 'To'), action: L('操作', 'Act'), object: L('对象', 'Object'),
}

/** Columns whose name means something of its own in one table. */
const IN_TABLE: { readonly [table in AuditedTable]?: Readonly<Record<string, Label>> } = {
  users: { name: L('姓名', 'Name') },
  areas: { level: L('层级', 'Level') },
}

/** What a column is called; its own name when it is not known. */
export function fieldName(table: AuditedTable, column: string): Label {
  return IN_TABLE[table]?.[column] ?? ANYWHERE[column] ?? L(column, column)
}
