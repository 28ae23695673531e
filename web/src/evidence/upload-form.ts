/** What is handed in. */
export interface UploadedFile {
  /** Made here: sent again after a broken answer, the same file is there once. */
  readonly id: string
  readonly file: File
  /** `[lon, lat]` of the device, WGS 84. */
  readonly position: readonly [number, number] | null
  /** By the device's clock, where it was taken just then; null: what the photograph says counts. */
  readonly takenAt: Date | null
}

/** Where files of an enterprise are handed in. */
export function folderAddress(enterpriseId: string): string {
  return `/api/enterprises/${enterpriseId}/evidence`
}

/** The form that hands a file in. */
export function uploadForm({ id, file, position, takenAt }: UploadedFile): FormData {
  const form = new FormData()
  form.append('id', id)
  if (position !== null) {
    form.append('longitude', position[0].toFixed(6))
    form.append('latitude', position[1].toFixed(6))
  }
  if (takenAt !== null) {
    form.append('takenAt', takenAt.toISOString())
    form.append('sentAt', new Date().toISOString())
  }
  form.append('file', file, file.name)
  return form
}
