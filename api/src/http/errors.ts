import { DrizzleQueryError } from 'drizzle-orm/errors'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { DomainError } from '../domain/errors.ts'
import { fieldErrors, unexpected, type FieldError } from './field-errors.ts'
import { PROBLEM_TYPE, type Problem } from './problem.ts'
import { unstorable } from './unstorable.ts'

/** The request's parameters or body are not of the promised form. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError'

  constructor(readonly fields: readonly FieldError[]) {
    super(fields.map(({ message }) => message).join('; '))
  }

  /** One field that is not as expected. */
  static field(field: string, expected: string): BadRequestError {
    return new BadRequestError([unexpected(field, expected)])
  }

  static fromZod(error: z.ZodError): BadRequestError {
    return new BadRequestError(error.issues.flatMap(fieldErrors))
  }
}

/** Nothing of that name is there, or this reader may not see it; both look alike on purpose. */
export class NotFoundError extends DomainError {
  override readonly name = 'NotFoundError'

  constructor(what: keyof typeof THINGS) {
    super(`${what}-not-found`, 404, THINGS[what])
  }
}

const THINGS = {
  evidence: { zh: '没有这份材料', en: 'There is no such evidence' },
  enterprise: { zh: '没有这家企业', en: 'There is no such enterprise' },
  hazard: { zh: '没有这条隐患', en: 'There is no such hazard' },
  'inspection-standard': { zh: '没有这份排查标准', en: 'There is no such inspection standard' },
  'inspection-plan': { zh: '没有这个排查计划', en: 'There is no such inspection plan' },
  'inspection-task': { zh: '没有这个排查任务', en: 'There is no such inspection task' },
  'patrol-visit': { zh: '没有这次巡查', en: 'There is no such visit' },
  'check-item': { zh: '没有这个排查项', en: 'There is no such check item' },
  'risk-point': { zh: '没有这个风险点', en: 'There is no such risk point' },
  'hazard-source': { zh: '没有这个危险源', en: 'There is no such hazard source' },
  measure: { zh: '没有这条管控措施', en: 'There is no such control measure' },
  responsibility: { zh: '没有这条管控责任', en: 'There is no such responsibility' },
  prejudgement: { zh: '没有这份风险预判', en: 'There is no such prejudgement' },
  'accident-case': { zh: '没有这个事故案例', en: 'There is no such accident case' },
  order: { zh: '没有这份督办单', en: 'There is no such supervision order' },
  'saved-view': { zh: '没有这个视图', en: 'There is no such view' },
  batch: { zh: '没有这个公布批次', en: 'There is no such batch' },
  concern: { zh: '没有这条反映', en: 'There is no such concern' },
  'risk-source': {
    zh: '公布的名册里没有这个风险源',
    en: 'The published roster has no such risk source',
  },
  'sign-off': { zh: '没有这项签批', en: 'There is no such request for approval' },
  notice: { zh: '没有这份告知书', en: 'There is no such notice' },
  message: { zh: '没有这条消息', en: 'There is no such message' },
  number: { zh: '没有这个号码', en: 'There is no such number' },
} as const satisfies Record<string, Label>

/** Writes down what nobody foresaw. */
export type ErrorLog = (what: string, error: Error) => void

/** Turns whatever a handler throws into problem+json. The unexpected is logged and its text told to nobody. */
export function problemMapper(log: ErrorLog): (error: Error, c: Context) => Response {
  return (error, c) => {
    const response = respond(problemOf(error, c, log))
    if (error instanceof DomainError && error.retryAfterSeconds !== undefined)
      response.headers.set('Retry-After', String(error.retryAfterSeconds))
    return response
  }
}

/** The answer to a path that does not exist. */
export function unknownRoute(c: Context): Response {
  return respond(
    problem(c, 'route-not-found', 404, 'Not found', {
      zh: `没有 ${c.req.method} ${c.req.path} 这个接口`,
      en: `There is no ${c.req.method} ${c.req.path}`,
    }),
  )
}

/** What an error says of itself to people. The unexpected is logged and its text told to nobody. */
export function problemOf(error: Error, c: Context, log: ErrorLog): Problem {
  if (error instanceof BadRequestError) {
    const wrong = (language: keyof Label) =>
      error.fields.map(({ field, text: said }) => said?.[language] ?? field)
    const text = {
      zh: `参数不合要求：${wrong('zh').join('，')}`,
      en: `These parameters are wrong: ${wrong('en').join(', ')}`,
    }
    const errors = error.fields.map(({ field, message, expected, text: said }) => ({
      field,
      message: said === undefined ? message : inLanguage(c, said),
      ...(expected === undefined ? {} : { expected }),
    }))
    return { ...problem(c, 'bad-request', 400, 'Bad request', text), errors }
  }
  if (error instanceof DomainError) {
    const errors = error.fields.map(({ field, text, expected }) => ({
      field,
      message: inLanguage(c, text),
      ...(expected === undefined ? {} : { expected }),
    }))
    return {
      ...error.more,
      ...problem(c, error.code, error.status, error.text.en, error.text),
      ...(errors.length > 0 ? { errors } : {}),
    }
  }
  if (error instanceof HTTPException && error.status < 500) {
    return problem(c, 'request-refused', error.status, error.message, {
      zh: error.message,
      en: error.message,
    })
  }
  log(`${c.req.method} ${c.req.path}`, withoutValues(error))
  const refusal = unstorable(error)
  if (refusal !== undefined) return problemOf(refusal, c, log)
  return problem(c, 'unexpected', 500, 'Internal error', {
    zh: '服务器内部错误，已记录',
    en: 'Something went wrong on the server; it has been logged',
  })
}

/** What a failed query says of itself includes the values it was given, and among them may be secrets. */
function withoutValues(error: Error): Error {
  if (!(error instanceof DrizzleQueryError)) return error
  const told = new Error(
    `${error.cause?.message ?? 'failed query'} in ${error.query.trim().replace(/\s+/g, ' ')}`,
  )
  if (error.stack !== undefined)
    told.stack = `${told.message}\n${error.stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n')}`
  return told
}

function problem(c: Context, code: string, status: number, title: string, text: Label): Problem {
  return {
    type: `urn:onemap:problem:${code}`,
    title,
    status,
    detail: inLanguage(c, text),
    instance: c.req.path,
  }
}

/** Chinese unless the reader prefers English. */
export function inLanguage(c: Context, text: Label): string {
  return /^en\b/i.test(c.req.header('Accept-Language') ?? '') ? text.en : text.zh
}

function respond(body: Problem): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'Content-Type': PROBLEM_TYPE, 'Cache-Control': 'no-store' },
  })
}
