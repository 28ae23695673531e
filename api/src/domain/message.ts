import { codesOf, type Dictionary } from './dictionary.ts'

/** Whom a message is for. Everybody of the enterprise, of its grid, of its office, the leaders, or one person. */
export const MESSAGE_RECIPIENTS = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  grid: { zh: '网格', en: 'Grid' },
  office: { zh: '主管科室', en: 'Office' },
  leader: { zh: '领导', en: 'Leaders' },
  user: { zh: '本人', en: 'You' },
} as const satisfies Dictionary

export type MessageRecipient = keyof typeof MESSAGE_RECIPIENTS
export const MESSAGE_RECIPIENT_CODES = codesOf(MESSAGE_RECIPIENTS)

/** What a message is about. */
export const MESSAGE_SUBJECTS = {
  hazard: { zh: '隐患', en: 'Hazard' },
  order: { zh: '督办单', en: 'Supervision order' },
  'inspection-task': { zh: '排查任务', en: 'Inspection task' },
  'neighbour-notice': { zh: '告知书', en: 'Neighbour notice' },
  'received-notice': { zh: '收到的告知书', en: 'Notice received' },
  'sign-off': { zh: '签批', en: 'Approval' },
  batch: { zh: '公布批次', en: 'Edition of the roster' },
  concern: { zh: '群众反映', en: 'Public report' },
  grid: { zh: '网格', en: 'Grid' },
  appointment: { zh: '任职', en: 'Appointment' },
} as const satisfies Dictionary

export type MessageSubject = keyof typeof MESSAGE_SUBJECTS
export const MESSAGE_SUBJECT_CODES = codesOf(MESSAGE_SUBJECTS)

/** What a message says; its texts are the screens' own, filled from `params`. */
export const MESSAGE_KINDS = {
  'hazard-reported': { zh: '上报隐患，待核实', en: 'A hazard was reported' },
  'hazard-registered': { zh: '隐患已登记，待定级', en: 'Registered, to be graded' },
  'hazard-graded': { zh: '已定级，待下达整改通知', en: 'Graded, a notice is to be issued' },
  'hazard-major': { zh: '判定为重大隐患', en: 'A hazard was graded major' },
  'hazard-notified': { zh: '下达整改通知，待签收', en: 'A notice to rectify was issued' },
  'hazard-signed': { zh: '整改通知已签收，请整改', en: 'The notice was signed: rectify' },
  'hazard-submitted': { zh: '整改完成，待复查', en: 'Rectified and awaiting review' },
  'hazard-failed': { zh: '复查未通过，继续整改', en: 'Review failed' },
  'hazard-accepted': { zh: '验收通过，待销号', en: 'Accepted, awaiting closure' },
  'hazard-closed': { zh: '隐患已销号', en: 'Closed' },
  'hazard-void': { zh: '隐患作废', en: 'Declared void' },
  'hazard-reopened': { zh: '已销号隐患重新打开', en: 'Reopened' },
  'extension-requested': { zh: '申请延期，待审批', en: 'An extension was requested' },
  'extension-approved': { zh: '延期申请已同意', en: 'The extension was approved' },
  'extension-rejected': { zh: '延期申请未同意', en: 'The extension was rejected' },
  'supervision-listed': { zh: '隐患挂牌督办', en: 'Listed for supervision' },
  'supervision-delisted': { zh: '隐患摘牌', en: 'Delisted from supervision' },
  'work-stopped': { zh: '停产停业整改', en: 'Work was stopped' },
  'work-resumed': { zh: '恢复生产', en: 'Work was resumed' },
  'hazard-due': { zh: '整改期限临近', en: 'The deadline is near' },
  'hazard-overdue': { zh: '隐患整改超期', en: 'Overdue' },
  'order-issued': { zh: '下达督办单，待签收', en: 'A supervision order was issued' },
  'order-replied': { zh: '督办单已回复', en: 'A supervision order was answered' },
  'order-accepted': { zh: '督办回复已通过', en: 'The answer was accepted' },
  'order-returned': { zh: '督办回复被退回', en: 'The answer was returned' },
  'order-withdrawn': { zh: '督办单已撤回', en: 'The order was withdrawn' },
  'inspection-due': { zh: '排查任务到期', en: 'An inspection is due' },
  'notice-drafted': { zh: '有告知书待审签', en: 'Notices to neighbours await approval' },
  'notice-received': {
    zh: '收到相邻企业告知，待签收',
    en: 'A neighbour told you of a risk: sign the receipt',
  },
  'notice-unsigned': { zh: '相邻企业告知未签收', en: 'A notice of a neighbour is not signed yet' },
  'notice-withdrawn': { zh: '相邻企业告知已撤回', en: 'A notice of a neighbour was withdrawn' },
  'sign-off-asked': { zh: '提请审批，待您签批', en: 'Your approval is asked for' },
  'sign-off-approved': { zh: '您提请的事项已批准', en: 'What you put forward was approved' },
  'sign-off-refused': { zh: '您提请的事项未获批准', en: 'What you put forward was refused' },
  'sign-off-withdrawn': { zh: '提请的事项已撤回', en: 'A request for approval was taken back' },
  'batch-submitted': {
    zh: '风险源名册提交审批，待您审批',
    en: 'An edition of the roster awaits your approval',
  },
  'batch-returned': { zh: '名册批次被退回修改', en: 'The edition was returned' },
  'batch-published': { zh: '名册批次已批准公布', en: 'The edition was approved and published' },
  'batch-discarded': { zh: '名册批次已作废', en: 'The edition was discarded' },
  'concern-received': { zh: '收到群众反映，待核实', en: 'The public reported something' },
  'patrol-due': { zh: '有单位待巡查', en: 'Objects are due for a patrol' },
  'post-taken': { zh: '您已接任', en: 'You have taken over a post' },
} as const satisfies Dictionary

export type MessageKind = keyof typeof MESSAGE_KINDS
export const MESSAGE_KIND_CODES = codesOf(MESSAGE_KINDS)
