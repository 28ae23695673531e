import { onMounted, shallowRef } from 'vue'

/** Where the device is, and whether that is told. */
export type DevicePosition =
  | { readonly kind: 'off' | 'finding' | 'unknown' }
  | { readonly kind: 'known'; readonly at: readonly [number, number] }

const PATIENCE_MS = 12_000

/** The device's position, asked for on a tap; at once only where that was allowed before. */
export function useDevicePosition() {
  const position = shallowRef<DevicePosition>({ kind: 'off' })
  const possible = 'geolocation' in navigator && isSecureContext

  function find(): void {
    position.value = { kind: 'finding' }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        position.value = { kind: 'known', at: [coords.longitude, coords.latitude] }
      },
      () => {
        position.value = { kind: 'unknown' }
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    )
  }

  onMounted(async () => {
    if (!possible) return
    const allowed = await navigator.permissions?.query({ name: 'geolocation' }).then(
      ({ state }) => state === 'granted',
      () => false,
    )
    if (allowed === true) find()
  })

  return {
    position,
    /** Whether a page here may ask at all. */
    possible,
    find,
    off: (): void => {
      position.value = { kind: 'off' }
    },
  }
}
