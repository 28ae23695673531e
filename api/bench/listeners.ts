import { get } from 'node:http'

/*
 * Many readers of one stream, in a process of their own so that they cost the server nothing but its writing.
 * Arguments: address, how many. Tells its parent 'open' when all are let in, and 'heard' each time all have heard of a change.
 */

const [address = '', count = '1'] = process.argv.slice(2)
const readers = Number(count)
let open = 0
let heard = 0

for (let index = 0; index < readers; index++) {
  get(address, { agent: false }, (response) => {
    response.on('data', (chunk: Buffer) => {
      if (chunk.includes('event: hello') && ++open === readers) process.send?.('open')
      if (chunk.includes('event: change') && ++heard === readers) {
        heard = 0
        process.send?.('heard')
      }
    })
  }).on('error', () => process.exit())
}
