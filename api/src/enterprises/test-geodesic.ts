const SEMI_MAJOR = 6_378_137
const FLATTENING = 1 / 298.257223563
const SEMI_MINOR = SEMI_MAJOR * (1 - FLATTENING)
const RADIANS = Math.PI / 180

/** Metres between two `[lon, lat]` on WGS 84 by Vincenty's inverse formula (1975): a second opinion on PostGIS. */
export function geodesicDistance(
  [lon1 = 0, lat1 = 0]: readonly number[],
  [lon2 = 0, lat2 = 0]: readonly number[],
): number {
  const difference = (lon2 - lon1) * RADIANS
  const u1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * RADIANS))
  const u2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * RADIANS))
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  let lambda = difference
  for (let round = 0; round < 50; round += 1) {
    const sinSigma = Math.hypot(
      cos2 * Math.sin(lambda),
      cos1 * sin2 - sin1 * cos2 * Math.cos(lambda),
    )
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma
    const cosSqAlpha = 1 - sinAlpha ** 2
    const cos2m = cosSigma - (2 * sin1 * sin2) / cosSqAlpha
    const c = (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha))
    const next =
      difference +
      (1 - c) *
        FLATTENING *
        sinAlpha *
        (sigma + c * sinSigma * (cos2m + c * cosSigma * (2 * cos2m ** 2 - 1)))
    if (Math.abs(next - lambda) < 1e-13) return metres(sigma, sinSigma, cosSigma, cos2m, cosSqAlpha)
    lambda = next
  }
  throw new Error('the points lie almost opposite each other on the globe')
}

function metres(
  sigma: number,
  sinSigma: number,
  cosSigma: number,
  cos2m: number,
  cosSqAlpha: number,
): number {
  const uSq = (cosSqAlpha * (SEMI_MAJOR ** 2 - SEMI_MINOR ** 2)) / SEMI_MINOR ** 2
  const a = 1 + (uSq / 16_384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)))
  const b = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)))
  const correction =
    b *
    sinSigma *
    (cos2m +
      (b / 4) *
        (cosSigma * (2 * cos2m ** 2 - 1) -
          (b / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)))
  return SEMI_MINOR * a * (sigma - correction)
}
