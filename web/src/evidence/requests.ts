import type { InferResponseType } from 'hono/client'
import type { api } from '../api.ts'

/** A photograph or document on record. */
export type Evidence = InferResponseType<(typeof api.enterprises)[':enterpriseId']['evidence'][':id']['$get'], 200>

type Address = Pick<Evidence, 'enterpriseId' | 'id'>

/** Where files of an enterprise are handed in. */
export function folderAddress(enterpriseId: string): string {
  return `/api/enterprises/${enterpriseId}/evidence`
}

/** Where the photograph or document itself is. */
export function contentAddress({ enterpriseId, id }: Address): string {
  return `${folderAddress(enterpriseId)}/${id}/content`
}

/** Where the small picture of a photograph is. */
export function thumbnailAddress({ enterpriseId, id }: Address): string {
  return `${folderAddress(enterpriseId)}/${id}/thumbnail`
}
