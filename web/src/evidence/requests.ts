import type { InferResponseType } from 'hono/client'
import type { api } from '../api.ts'
import { folderAddress } from './upload-form.ts'

/** A photograph or document on record. */
export type Evidence = InferResponseType<
  (typeof api.enterprises)[':enterpriseId']['evidence'][':id']['$get'],
  200
>

type Address = Pick<Evidence, 'enterpriseId' | 'id'>

/** Where the photograph or document itself is. */
export function contentAddress({ enterpriseId, id }: Address): string {
  return `${folderAddress(enterpriseId)}/${id}/content`
}

/** Where the small picture of a photograph is. */
export function thumbnailAddress({ enterpriseId, id }: Address): string {
  return `${folderAddress(enterpriseId)}/${id}/thumbnail`
}
