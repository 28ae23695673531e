/** 巡查码: an object's code as its sheet shows it, `SF1.<id>.<signature>`. What it says can be read offline; only the server can tell whether it is genuine. */
const CODE = /(?<token>SF1\.(?<id>[0-9a-f]{32})\.[\w-]{22})(?![\w-])/

/**
 * Finds the code in what a camera read: the code itself, or an address that ends in it.
 * @returns null where there is none
 */
export function patrolCodeIn(
  text: string,
): { readonly token: string; readonly enterpriseId: string } | null {
  const { token, id } = CODE.exec(text)?.groups ?? {}
  if (token === undefined || id === undefined) return null
  return {
    token,
    enterpriseId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
  }
}

/** What the signature of a code covers. */
export function patrolCodeBody(enterpriseId: string): string {
  return `SF1.${enterpriseId.toLowerCase().replaceAll('-', '')}`
}
