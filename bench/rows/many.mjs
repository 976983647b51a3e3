import { fileURLToPath } from 'node:url'
import { runNode } from '../lib/node.mjs'
import { measurePairs } from '../lib/pairs.mjs'

const script = fileURLToPath(new URL('../lib/many-configs.mjs', import.meta.url))

/** Compiles some different configs, or one config some times, in a process of its own. */
const runMany = (count, kind) => JSON.parse(runNode([script, String(count), kind]))

/** What is not in the process when the next config comes is no cost of it: time and memory stay level. */
export const manyRows = [
  {
    name: 'time a config of 1,000 in one process, to the same config 1,000 times over',
    unit: 'ms',
    measure: () =>
      measurePairs(
        () => runMany(1000, 'different').msPerConfig,
        () => runMany(1000, 'same').msPerConfig,
        1,
      ),
  },
  {
    name: 'peak memory of 1,000 configs in one process, to 100',
    unit: 'MB',
    measure: () =>
      measurePairs(
        () => runMany(1000, 'different').peakMegabytes,
        () => runMany(100, 'different').peakMegabytes,
        1,
      ),
  },
]
