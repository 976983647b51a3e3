import { parse } from 'yaml'
import { compile, configText } from '../lib/compile.mjs'
import { measurePairs, millisecondsOf } from '../lib/pairs.mjs'

const warmUps = 30

export const warmRows = [
  {
    name: 'config text to template text, warm, to `yaml.parse` of the same text',
    unit: 'ms',
    reach: 2.0,
    aim: 1.5,
    measure: () => {
      for (let index = 0; index < warmUps; index += 1) {
        compile(configText)
        parse(configText)
      }
      return measurePairs(
        () => millisecondsOf(() => compile(configText)),
        () => millisecondsOf(() => parse(configText)),
        60,
      )
    },
  },
]
