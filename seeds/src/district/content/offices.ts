/** 局科室: the bureau's offices. The phone numbers are not given out by any exchange. */
export const OFFICES = [
  { code: 'AJ', name: '安全生产监督管理科', phone: '0632-0000101' },
  { code: 'GY', name: '工业运行科', phone: '0632-0000102' },
  { code: 'JY', name: '节能与资源综合利用科', phone: '0632-0000103' },
  { code: 'KJ', name: '企业与科技科', phone: '0632-0000104' },
  { code: 'ZH', name: '综合科', phone: '0632-0000105' },
] as const

export type OfficeCode = (typeof OFFICES)[number]['code']
