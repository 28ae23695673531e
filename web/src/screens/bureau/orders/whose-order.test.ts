import { ORDER_STATUS_CODES } from '@onemap/api/domain/supervision-order'
import { expect, it } from 'vitest'
import { whoseOrder } from './whose-order.ts'

it('names the enterprise or the office that is waited for, and nobody once it is settled', () => {
  const order = { officeName: '安全生产科', enterpriseName: '甲纸业' }
  expect(
    Object.fromEntries(
      ORDER_STATUS_CODES.map((status) => [
        status,
        whoseOrder({ ...order, status }, ({ zh }) => zh),
      ]),
    ),
  ).toEqual({
    issued: '甲纸业 企业主要负责人 / 企业安全管理人员',
    signed: '甲纸业 企业主要负责人 / 企业安全管理人员 / 整改责任人',
    'in-progress': '甲纸业 企业主要负责人 / 企业安全管理人员 / 整改责任人',
    returned: '甲纸业 企业主要负责人 / 企业安全管理人员 / 整改责任人',
    replied: '安全生产科',
    accepted: null,
    withdrawn: null,
  })
})
