import { Instant } from './day-input.ts'

/** What a device's clock showed when it sent; it differs from one sending of the same thing to the next. */
export const sentAtTime = Instant.optional().meta({
  description:
    'What the sender’s clock showed when it sent: its times are corrected by how far that is from the server’s',
})

/** The same as a moment. */
export const momentOf = (time: string | undefined): Date | null =>
  time === undefined ? null : new Date(time)
