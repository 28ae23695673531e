/** What is typed into a report; a type, not an interface: drafts are records of texts. */
export type ReportDraft = {
  /** The hazard's id, made here, so that sending twice reports once. */
  id: string
  enterpriseId: string
  enterpriseName: string
  riskPointId: string
  locationText: string
  description: string
  origin: string
  suggestedGrade: string
  /** `yes` where it was mended when it was found. */
  mended: string
  /** What was done then. */
  mendedHow: string
  /** `longitude,latitude` put on the map by hand. */
  picked: string
  /** Why the place is right although it lies elsewhere. */
  placeReason: string
  linkedTo: string
  /** What the address asked for when this was begun. */
  asked: string
}

export const EMPTY_REPORT: ReportDraft = {
  id: '',
  enterpriseId: '',
  enterpriseName: '',
  riskPointId: '',
  locationText: '',
  description: '',
  origin: '',
  suggestedGrade: '',
  mended: '',
  mendedHow: '',
  picked: '',
  placeReason: '',
  linkedTo: '',
  asked: '',
}

/** Sentences that are typed most often; a tap writes them. */
export const COMMON_FINDINGS = {
  zh: [
    '消防通道堵塞',
    '灭火器失压或缺失',
    '配电箱门未关、无警示标志',
    '临时用电线路破损',
    '安全阀超期未检',
    '防护罩缺失',
    '劳保用品未佩戴',
    '管道法兰渗漏',
    '危化品混存',
    '应急灯不亮',
  ],
  en: [
    'Fire lane blocked',
    'Extinguisher empty or missing',
    'Distribution box open, no warning sign',
    'Temporary wiring damaged',
    'Safety valve past its inspection date',
    'Guard missing',
    'No protective equipment worn',
    'Flange leaking',
    'Incompatible chemicals stored together',
    'Emergency light out',
  ],
} as const

/** A sentence added to what is already there. */
export function withFinding(
  description: string,
  finding: string,
  language: 'zh-CN' | 'en',
): string {
  const before = description.trim().replace(/[。.；;]$/u, '')
  return before === '' ? finding : `${before}${language === 'en' ? '; ' : '；'}${finding}`
}
