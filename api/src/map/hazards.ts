import {
  int32Column,
  pointColumn,
  smallDictionaryColumn,
  uint32Column,
  uuidColumn,
  wideDictionaryColumn,
} from './arrow.ts'
import type { CopyRow } from './copy-rows.ts'
import { TextDictionary, UuidDictionary } from './dictionaries.ts'
import { grown } from './growing.ts'
import type { Layer, LayerReader } from './layer.ts'
import { readDay, readInteger, readPoint, readText } from './read-fields.ts'

/** 隐患. Whether one is overdue depends on the day and is left to the reader, by its deadline. */
export const HAZARDS: Layer = {
  name: 'hazards',
  query: `SELECT h.geom, h.id, h.enterprise_id, h.no, h.status, h.grade, h.deadline,
                 (h.reported_at AT TIME ZONE 'Asia/Shanghai')::date
          FROM hazards h`,
  reader: () => new HazardReader(),
}

class HazardReader implements LayerReader {
  #length = 0
  #capacity = 0
  #positions = new Float64Array(0)
  #ids = new Uint8Array(0)
  #enterprise = new Uint32Array(0)
  #enterprises = new UuidDictionary()
  #no = new Uint32Array(0)
  #status = new Uint32Array(0)
  #statuses = new TextDictionary()
  #grade = new Uint32Array(0)
  #grades = new TextDictionary()
  #deadline = new Int32Array(0)
  #reportedOn = new Int32Array(0)

  read(row: CopyRow): void {
    const index = this.#length++
    if (index === this.#capacity) this.#grow()
    readPoint(row, this.#positions, index)
    row.next()
    this.#ids.set(row.bytes.subarray(row.at, row.at + 16), index * 16)
    row.next()
    this.#enterprise[index] = this.#enterprises.codeOf(row.view, row.at)
    this.#no[index] = readInteger(row)
    this.#status[index] = this.#statuses.codeOf(readText(row))
    this.#grade[index] = this.#grades.codeOf(readText(row))
    this.#deadline[index] = readDay(row)
    this.#reportedOn[index] = readDay(row)
  }

  columns() {
    const length = this.#length
    return {
      length,
      columns: [
        pointColumn(this.#positions, length),
        uuidColumn('id', this.#ids, length),
        wideDictionaryColumn('enterprise', this.#enterprises.texts(), this.#enterprise, length),
        uint32Column('no', this.#no, length),
        smallDictionaryColumn('status', this.#statuses.texts, this.#status, length),
        smallDictionaryColumn('grade', this.#grades.texts, this.#grade, length),
        int32Column('deadline', this.#deadline, length),
        int32Column('reportedOn', this.#reportedOn, length),
      ],
    }
  }

  #grow(): void {
    const capacity = Math.max(1024, this.#capacity * 2)
    this.#capacity = capacity
    this.#positions = grown(Float64Array, this.#positions, capacity * 2)
    this.#ids = grown(Uint8Array, this.#ids, capacity * 16)
    this.#enterprise = grown(Uint32Array, this.#enterprise, capacity)
    this.#no = grown(Uint32Array, this.#no, capacity)
    this.#status = grown(Uint32Array, this.#status, capacity)
    this.#grade = grown(Uint32Array, this.#grade, capacity)
    this.#deadline = grown(Int32Array, this.#deadline, capacity)
    this.#reportedOn = grown(Int32Array, this.#reportedOn, capacity)
  }
}
