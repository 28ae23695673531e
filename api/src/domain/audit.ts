import { codesOf, type Dictionary } from './dictionary.ts'

/** What the record of acts knows somebody to have done. The first five are written by the database itself. */
export const AUDIT_ACTIONS = {
  insert: { zh: '新增', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
  truncate: { zh: '清空', en: 'Emptied' },
  load: { zh: '批量写入', en: 'Loaded in bulk' },
  reveal: { zh: '查看隐私信息', en: 'Revealed personal data' },
  'sign-in': { zh: '登录', en: 'Signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'Failed to sign in' },
  'sign-out': { zh: '退出', en: 'Signed out' },
  lockout: { zh: '账号锁定', en: 'Locked out' },
  'password-change': { zh: '修改密码', en: 'Changed the password' },
  'password-reset': { zh: '重置密码', en: 'Reset a password' },
  'two-factor': { zh: '两步验证变更', en: 'Changed two-factor' },
  'session-end': { zh: '结束会话', en: 'Ended sessions' },
  suspend: { zh: '停用账号', en: 'Suspended' },
  reinstate: { zh: '恢复账号', en: 'Reinstated' },
  appoint: { zh: '任命', en: 'Appointed' },
  handover: { zh: '工作交接', en: 'Handed over' },
  export: { zh: '导出', en: 'Exported' },
} as const satisfies Dictionary

export type AuditAction = keyof typeof AUDIT_ACTIONS
export const AUDIT_ACTION_CODES = codesOf(AUDIT_ACTIONS)

/** Actions that only the database's triggers write. */
export const WRITE_ACTIONS = [
  'insert',
  'update',
  'delete',
  'truncate',
  'load',
] as const satisfies readonly AuditAction[]
/** Actions that a feature records itself, because they change no row or mean more than the row says. */
export type Act = Exclude<AuditAction, (typeof WRITE_ACTIONS)[number]>

/** Who an entry names besides people of a role. */
export const AUDIT_ACTORS = {
  system: { zh: '系统', en: 'The system' },
  public: { zh: '未登录', en: 'Not signed in' },
} as const satisfies Dictionary

/** What kind of object an entry is about: the tables by name. */
export const AUDITED_TABLES = {
  enterprises: { zh: '企业', en: 'Enterprise' },
  risk_points: { zh: '风险点', en: 'Risk point' },
  hazard_sources: { zh: '危险源', en: 'Hazard source' },
  assessments: { zh: '风险评价', en: 'Assessment' },
  control_measures: { zh: '管控措施', en: 'Control measure' },
  responsibilities: { zh: '管控责任', en: 'Responsibility' },
  hazards: { zh: '隐患', en: 'Hazard' },
  hazard_event_evidence: { zh: '隐患佐证', en: 'Evidence of a hazard' },
  hazard_events: { zh: '隐患治理记录', en: 'Hazard event' },
  inspection_standards: { zh: '排查标准', en: 'Inspection standard' },
  check_items: { zh: '排查项', en: 'Check item' },
  inspection_plans: { zh: '排查计划', en: 'Inspection plan' },
  inspection_tasks: { zh: '排查任务', en: 'Inspection task' },
  inspection_findings: { zh: '排查记录', en: 'Inspection finding' },
  inspection_finding_evidence: { zh: '排查佐证', en: 'Evidence of a finding' },
  patrol_visits: { zh: '巡查记录', en: 'Patrol visit' },
  patrol_evidence: { zh: '巡查照片', en: 'File of a patrol' },
  patrol_hazards: { zh: '巡查隐患', en: 'Hazard of a patrol' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  prejudgements: { zh: '风险预判', en: 'Prejudgement' },
  prejudgement_risk_points: { zh: '预判形成的风险点', en: 'Risk point of a prejudgement' },
  accident_cases: { zh: '事故案例', en: 'Accident case' },
  supervision_orders: { zh: '督办单', en: 'Supervision order' },
  supervision_order_events: { zh: '督办记录', en: 'Supervision event' },
  supervision_order_evidence: { zh: '督办材料', en: 'Evidence of a supervision step' },
  neighbour_notices: { zh: '相邻告知书', en: 'Neighbour notice' },
  neighbour_notice_recipients: { zh: '告知对象', en: 'Recipient of a notice' },
  received_notices: { zh: '告知签收', en: 'Receipt of a notice' },
  approval_profiles: { zh: '批准权限版本', en: 'Version of the rules of approval' },
  approval_rules: { zh: '批准权限', en: 'Rule of approval' },
  sign_offs: { zh: '签批', en: 'Request for approval' },
  sign_off_evidence: { zh: '签批材料', en: 'Evidence of a request' },
  disclosure_codes: { zh: '公开编号', en: 'Public code' },
  disclosure_batches: { zh: '公布批次', en: 'Batch of the roster' },
  disclosure_items: { zh: '公布内容', en: 'Item of a batch' },
  public_batches: { zh: '已公布批次', en: 'Published batch' },
  public_removals: { zh: '公布撤回', en: 'Removal from the roster' },
  public_concerns: { zh: '群众反映', en: 'Public concern' },
  saved_views: { zh: '常用视图', en: 'Saved view' },
  areas: { zh: '行政区划', en: 'Area' },
  offices: { zh: '科室', en: 'Office' },
  grids: { zh: '网格', en: 'Grid' },
  grid_overrides: { zh: '手工指定网格', en: 'Grid by hand' },
  base_features: { zh: '底图要素', en: 'Base map feature' },
  geo_sources: { zh: '地图数据来源', en: 'Map data source' },
  users: { zh: '人员', en: 'Person' },
  appointments: { zh: '任职', en: 'Appointment' },
  sessions: { zh: '会话', en: 'Session' },
  accounts: { zh: '登录凭据', en: 'Credential' },
  two_factors: { zh: '两步验证', en: 'Two-factor' },
  audit_log: { zh: '审计记录', en: 'Audit trail' },
} as const satisfies Dictionary

export type AuditedTable = keyof typeof AUDITED_TABLES
export const AUDITED_TABLE_CODES = codesOf(AUDITED_TABLES)
