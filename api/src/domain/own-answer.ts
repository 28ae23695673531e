/**
 * Header of every answer of the API. A network in between (a sign-in page, a block page, a proxy) does not know it,
 * so that an answer without it is not taken for one of ours.
 */
export const OWN_ANSWER_HEADER = 'X-Onemap-Answer'
