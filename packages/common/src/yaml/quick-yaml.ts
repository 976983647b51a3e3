import {
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { quickScalar, unusual } from './quick-scalar.js'

/**
 * Reads the value of an everyday YAML text several times as fast as `loadYaml`, without places.
 *
 * It makes no judgement: where anything is unusual (a fault, an alias, a tag, a directive, a second document, a
 * key that stands twice, a number that is no plain decimal), it answers nothing, and the text must be read by
 * `loadYaml`, which says what it is. Where it answers, both agree: a property test holds them against each other.
 *
 * @returns The value of a text whose top is a map; undefined where the text is not of the everyday kind.
 */
export function quickYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  if (unusualCharacter.test(text) || /^\.\.\./m.test(text)) return undefined
  try {
    const events = parseEvents(text, { maxDepth })
    const [document, top] = events
    if (document?.type !== EVENT_ID.DOCUMENT || document.directives.length > 0) return undefined
    if (top?.type !== EVENT_ID.MAPPING || !isOneDocument(events)) return undefined
    return new QuickReader(text, events).readTop()
  } catch {
    return undefined
  }
}

/** Tabs, lone carriage returns and other characters of which readers think differently. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const unusualCharacter = /\r(?!\n)|(?!^)\ufeff|[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\u2028\u2029\ufffe\uffff]/

/** Levels of nesting; the deepest path of a config has nine. */
const maxDepth = 64

function isOneDocument(events: readonly Event[]): boolean {
  return events.findLastIndex(({ type }) => type === EVENT_ID.DOCUMENT) === 0
}

/** Builds plain data from events, in one pass. */
class QuickReader {
  private next = 1

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  readTop(): Readonly<Record<string, unknown>> {
    return this.read() as Readonly<Record<string, unknown>>
  }

  private read(): unknown {
    const event = this.events[this.next]
    this.next += 1
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return quickScalar(this.textOf(event), event)
      case EVENT_ID.SEQUENCE:
        return this.readList(event)
      case EVENT_ID.MAPPING:
        return this.readMap(event)
      default:
        throw unusual
    }
  }

  private readList(start: SequenceEvent): unknown[] {
    refuseMarks(start)
    const list: unknown[] = []
    while (!this.isAtEnd()) list.push(this.read())
    return list
  }

  private readMap(start: MappingEvent): Record<string, unknown> {
    refuseMarks(start)
    const map: Record<string, unknown> = {}
    while (!this.isAtEnd()) {
      const key = this.readKey()
      if (Object.hasOwn(map, key)) throw unusual
      map[key] = this.read()
    }
    return map
  }

  /** Keys are the text that is written: `Null` is the name of a condition operator. */
  private readKey(): string {
    const event = this.events[this.next]
    if (event?.type !== EVENT_ID.SCALAR) throw unusual
    this.next += 1
    const key = this.textOf(event)
    if (key === '' || key === '<<' || key === '__proto__') throw unusual
    return key
  }

  private isAtEnd(): boolean {
    if (this.events[this.next]?.type !== EVENT_ID.POP) return false
    this.next += 1
    return true
  }

  private textOf(event: ScalarEvent): string {
    refuseMarks(event)
    return getScalarValue(this.text, event)
  }
}

/** Anchors and tags. */
function refuseMarks({ anchorStart, tagStart }: ScalarEvent | SequenceEvent | MappingEvent): void {
  if (anchorStart !== -1 || tagStart !== -1) throw unusual
}
