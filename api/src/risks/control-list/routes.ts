import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { recordAct } from '../../db/audit.ts'
import { enterpriseExists } from '../../db/enterprise-exists.ts'
import type { Label } from '../../domain/dictionary.ts'
import { allow, TRADE_ROLES } from '../../http/allow.ts'
import type { AppDeps } from '../../http/deps.ts'
import { inLanguage, NotFoundError } from '../../http/errors.ts'
import { jsonAnswer } from '../../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, PROBLEM_TYPE, Problem } from '../../http/problem.ts'
import { limitUpload } from '../../http/request-limits.ts'
import { createRouter } from '../../http/router.ts'
import { scopeOf } from '../../http/scope.ts'
import { KEEPERS, OF_ENTERPRISE, REFUSALS } from '../answers.ts'
import { atWork } from '../work.ts'
import { exportControlList } from './export.ts'
import { importControlList, unlessChecked } from './import.ts'
import { ControlListTooLargeError } from './problems.ts'
import { readSentList } from './read.ts'
import { ControlListForm, ControlListQuery, ControlListReport } from './schema.ts'
import { readStanding } from './standing.ts'

const MOST_BYTES = 10 * 1024 * 1024
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ALL = '/enterprises/{enterpriseId}/control-list'

const download = createRoute({
  method: 'get',
  path: `${ALL}.xlsx`,
  summary:
    '风险分级管控清单 as a workbook that can be changed and handed in again; the export is itself recorded',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ENTERPRISE },
  responses: {
    200: {
      description: 'A workbook',
      content: { [XLSX_TYPE]: { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const upload = createRoute({
  method: 'post',
  path: ALL,
  summary:
    'Makes the points of a control list what the list says, all of them or none; with check=true only says what would happen',
  ...KEEPERS,
  middleware: [
    ...KEEPERS.middleware,
    limitUpload(MOST_BYTES, () => new ControlListTooLargeError()),
  ],
  request: {
    params: OF_ENTERPRISE,
    query: ControlListQuery,
    body: { required: true, content: { 'multipart/form-data': { schema: ControlListForm } } },
  },
  responses: {
    200: jsonAnswer('What was done, or would be', ControlListReport),
    ...REFUSALS,
    413: { description: 'The file is too large', content: { [PROBLEM_TYPE]: { schema: Problem } } },
    422: {
      description: 'Rows are wrong: `errors` names row and column, `report` is the whole',
      content: {
        [PROBLEM_TYPE]: { schema: Problem.extend({ report: ControlListReport.optional() }) },
      },
    },
  },
})

/** `/enterprises/{enterpriseId}/control-list` */
export function controlListRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(download, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const standing = await deps.database.scoped(scopeOf(c), async (tx) => {
        if (!(await enterpriseExists(tx, enterpriseId))) throw new NotFoundError('enterprise')
        await recordAct(tx, {
          action: 'export',
          table: 'risk_points',
          key: { enterprise_id: enterpriseId },
          enterpriseId,
          objectName: '风险分级管控清单',
        })
        return readStanding(tx, enterpriseId)
      })
      return c.body(await exportControlList(standing), 200, {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="control-list.xlsx"; filename*=UTF-8''${encodeURIComponent('风险分级管控清单.xlsx')}`,
        'Cache-Control': 'no-store',
      })
    })
    .openapi(upload, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const { check = false, datum, hidden = 'read' } = c.req.valid('query')
      const { file } = c.req.valid('form')
      // Everybody would wait for a transaction that waits for a large file.
      const sent = await readSentList(file, hidden)
      const say = (text: Label) => inLanguage(c, text)
      return c.json(
        await unlessChecked(
          atWork(deps, c, enterpriseId, (at) => importControlList(at, sent, { check, datum, say })),
        ),
        200,
      )
    })
}
