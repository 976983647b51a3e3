// node many-configs.mjs <count> <different|same>: compiles so many configs, and prints the time of one and the peak memory.
import { compile, configText } from './compile.mjs'

const [count, kind] = [Number(process.argv[2]), process.argv[3]]

/** Tenants have four characters; the first letter keeps the id from being taken for a number. */
const tenantOf = (index) => `t${String(kind === 'same' ? 0 : index).padStart(3, '0')}`
const configOf = (index) => configText.replaceAll('c001', tenantOf(index))

if (configOf(1) === configText) throw new Error('the example has no tenant c001 any more')
const start = performance.now()
for (let index = 0; index < count; index += 1) compile(configOf(index))
const msPerConfig = (performance.now() - start) / count
// Node gives kilobytes on every system.
console.log(JSON.stringify({ msPerConfig, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
