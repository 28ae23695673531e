import { isIP } from 'node:net'
import type { Context } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'

/**
 * Where a request came from, or undefined where that cannot be known.
 * @param behindProxy the last entry of X-Forwarded-For was written by a proxy of ours; otherwise anybody may write it
 */
export function clientIp(c: Context, behindProxy: boolean): string | undefined {
  const told = behindProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  // An address of this link carries its interface, `fe80::1%eth0`, which is no part of it elsewhere.
  const address = (told ?? peerOf(c))?.replace(/^::ffff:(?=\d+\.)|%.*$/g, '')
  return address !== undefined && isIP(address) !== 0 ? address : undefined
}

/** Requests that no socket brought, as in tests, have no peer. */
function peerOf(c: Context): string | undefined {
  const { incoming } = c.env ?? {}
  return incoming === undefined ? undefined : getConnInfo(c).remote.address
}
