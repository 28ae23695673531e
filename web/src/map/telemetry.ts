/** What the map did since it was made: read by the bench, so that "no request, no rebuild" is counted and not claimed. */
export interface MapTelemetry {
  /** Requests for snapshots. */
  requests: number
  /** Per-row attribute arrays of a snapshot that were sent to the graphics processor. */
  attributeBuilds: number
  /** The same in rows. */
  attributeRows: number
  /** Filter tables that were sent: a few hundred bytes and one byte for each enterprise. */
  filterUploads: number
}

export const telemetry: MapTelemetry = {
  requests: 0,
  attributeBuilds: 0,
  attributeRows: 0,
  filterUploads: 0,
}

Object.assign(globalThis, { onemapTelemetry: telemetry })
