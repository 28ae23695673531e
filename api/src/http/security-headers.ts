import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '../config.ts'

const TIANDITU = 'https://*.tianditu.gov.cn'

/**
 * For what people handed in: whatever the bytes are, a browser that opens them by themselves runs nothing and asks for
 * nothing. Goes before `securityHeaders`, whose policy for our own pages it replaces.
 */
export function sandboxed(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    c.res.headers.set(
      'Content-Security-Policy',
      "sandbox; default-src 'none'; frame-ancestors 'none'",
    )
  }
}

/** Tiles of the national base map come from its own servers; HTTPS at the public origin is asked for ever after. */
type SecurityOptions = Pick<Config, 'tiandituToken' | 'publicOrigin'>

/**
 * What a browser may do with our pages: run our scripts and MapLibre's worker, show our images, talk to our
 * API, and nothing else. Style attributes are allowed because elements are placed by them; style sheets are ours.
 */
export function securityHeaders({
  tiandituToken,
  publicOrigin,
}: SecurityOptions): MiddlewareHandler {
  const outside = tiandituToken === undefined ? [] : [TIANDITU]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', ...outside],
      connectSrc: ["'self'", ...outside],
      fontSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: publicOrigin?.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: {
      geolocation: ['self'],
      camera: ['self'],
      microphone: [],
      payment: [],
      usb: [],
    },
    // The API may be read by other programs of the house, the pages by nobody's frames.
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
  })
}
