/** Name of the errand the worker does when the network is back. */
const ERRAND = 'onemap.outbox'

/** Sets the worker up that opens the patrol without a network. Where a browser has none, things work while there is a network. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}

/** Asks the browser to keep what is kept here, whatever it is short of. */
export async function askToPersist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}

/** Asks for what waits to be sent when the network is back, also after the page is gone; where browsers offer that. */
export async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  if (registration === undefined || !('sync' in registration)) return
  const { sync } = registration
  if (
    typeof sync === 'object' &&
    sync !== null &&
    'register' in sync &&
    typeof sync.register === 'function'
  ) {
    await Promise.resolve(sync.register(ERRAND)).catch(() => undefined)
  }
}
