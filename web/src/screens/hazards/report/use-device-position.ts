import type { PlacePoint } from '../../../map/ring.ts'
import { onScopeDispose, shallowRef } from 'vue'

export type DevicePosition =
  | { readonly kind: 'unasked' | 'asking' | 'refused' | 'unavailable' }
  | { readonly kind: 'found'; readonly location: PlacePoint; readonly accuracy: number }

/** Good enough to stop waiting for better, in metres. */
const GOOD_METRES = 20
const PATIENCE_MS = 12_000

/** Where the device is, WGS 84: the best fix within some seconds. Nothing is asked before `ask`. */
export function useDevicePosition() {
  const position = shallowRef<DevicePosition>({ kind: 'unasked' })
  let watching: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    if (watching !== undefined) navigator.geolocation.clearWatch(watching)
    clearTimeout(timer)
    watching = undefined
  }

  function take({ coords }: GeolocationPosition): void {
    const before = position.value
    if (before.kind === 'found' && before.accuracy <= coords.accuracy) return
    position.value = {
      kind: 'found',
      location: { type: 'Point', coordinates: [coords.longitude, coords.latitude] },
      accuracy: Math.round(coords.accuracy),
    }
    if (coords.accuracy <= GOOD_METRES) stop()
  }

  function ask(): void {
    stop()
    if (!('geolocation' in navigator) || !isSecureContext) {
      position.value = { kind: 'unavailable' }
      return
    }
    position.value = { kind: 'asking' }
    watching = navigator.geolocation.watchPosition(
      take,
      ({ code, PERMISSION_DENIED }) => {
        if (position.value.kind !== 'found')
          position.value = { kind: code === PERMISSION_DENIED ? 'refused' : 'unavailable' }
        stop()
      },
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: PATIENCE_MS },
    )
    timer = setTimeout(stop, PATIENCE_MS)
  }

  onScopeDispose(stop)
  return { position, ask }
}
