import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { DomainError } from '../domain/errors.ts'

/** The request is for a name that this server does not go by. */
class UnknownHostError extends DomainError {
  override readonly name = 'UnknownHostError'

  constructor() {
    super('unknown-host', 421, {
      zh: '本服务不以这个域名访问：请用服务器的 IP 地址、localhost 或主机名；要用域名，请设置 PUBLIC_ORIGIN',
      en: 'This server does not go by that name: use its IP address, localhost or host name; for a domain set PUBLIC_ORIGIN',
    })
  }
}

/**
 * Where no public origin is configured, pages and links are made for the host that a request names, and anybody may name
 * any: only addresses in figures, `localhost` and the machine's own name are taken.
 * @throws UnknownHostError
 */
export function ownHostOnly(
  { publicOrigin }: Pick<Config, 'publicOrigin'>,
  machine = hostname(),
): MiddlewareHandler {
  return async (c, next) => {
    if (
      publicOrigin === undefined &&
      !isOwnHost(c.req.header('Host') ?? new URL(c.req.url).host, machine)
    )
      throw new UnknownHostError()
    await next()
  }
}

/** Whether a Host header names this machine. @param machine what it calls itself, with or without its domain */
export function isOwnHost(host: string, machine: string): boolean {
  const address = `http://${host}`
  if (!URL.canParse(address)) return false
  const { hostname: name, username, pathname, search } = new URL(address)
  if (username !== '' || pathname !== '/' || search !== '') return false
  const plain = name.replace(/^\[|\]$|\.$/g, '').toLowerCase()
  const own = machine.toLowerCase()
  const [label = own] = own.split('.')
  return (
    isIP(plain) !== 0 ||
    ['localhost', own, label, `${label}.local`].includes(plain) ||
    plain.endsWith('.localhost')
  )
}
