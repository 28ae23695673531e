/** Answers that are given most often, in the reporter's language; a tap writes them. */
export const DECLINE_SAMPLES = [
  '不属于安全风险事项，请拨打 12345 反映。',
  '经现场核实，未发现所反映的情况。',
  '同一问题已受理，正在办理。',
  '地点不清，无法核实，请补充后重新反映。',
] as const
