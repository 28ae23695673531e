import type { evidenceZhCN } from './evidence.zh-CN.ts'
import type { Messages } from './messages.ts'

/** Sentences about photographs and documents, in English. */
export const evidenceEn: Messages<typeof evidenceZhCN> = {
  evidence: {
    take: 'Take a photograph',
    choose: 'Choose photographs or files',
    chooseOrDrop: 'Choose, drop or paste photographs, PDFs',
    hint: 'At most {max}; JPEG, PNG, WebP, HEIC, PDF, 20 MB each',
    waits: 'They are sent once an enterprise is chosen; until then they stay on this page.',
    standing: '{done} of {all} uploaded',
    kept: '{done} of {all} kept on this device, sent with the record',
    leftOut: '{count} more were not added (at most {max}).',
    failed: '{count} could not be sent. The files are still here; try again.',
    retryAll: 'Retry all',
    again: 'Retry',
    retry: 'Send {name} again',
    remove: 'Remove {name}',
    progress: 'Upload progress of {name}',
    unanswered: 'The server did not answer. The file is still here.',
    empty: 'The file is empty.',
    tooLarge: 'The file is larger than 20 MB.',
    position: {
      off: 'Add my position',
      finding: 'Finding the position…',
      unknown: 'No position found, try again',
      known: 'Position added',
    },
    enlarge: 'Enlarge {name}',
    photoOf: 'Photograph {current} of {all}',
    previous: 'Previous',
    next: 'Next',
    save: 'Save {name}',
    loading: 'Opening the photograph…',
    missing: 'The photograph could not be fetched. Check the network and try again.',
    takenAt: 'Taken {time}',
    takenAtUnknown: 'Time taken unknown',
    incomplete: 'The end of the photograph is missing; what could be read is kept',
    uploaded: 'Uploaded by {name}, {time}',
    at: '{lon}° E, {lat}° N',
  },
}
