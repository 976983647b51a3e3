import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from '../lib/node.mjs'
import { measurePairs, millisecondsOf } from '../lib/pairs.mjs'

const program = fileURLToPath(
  new URL('../../packages/sec-provisioner/dist/sec-provisioner.cjs', import.meta.url),
)
const config = fileURLToPath(new URL('../../examples/enterprise-12.yaml', import.meta.url))

const coldRatio = (args) =>
  measurePairs(
    () => millisecondsOf(() => runNode([program, ...args])),
    () => millisecondsOf(() => runNode(['-e', '0'])),
    30,
  )

export const coldRows = [
  {
    name: 'create-prov-template of the enterprise example, cold, to `node -e 0`',
    unit: 'ms',
    reach: 2.5,
    aim: 2.0,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sec-bench-'))
      try {
        return await coldRatio(['create-prov-template', '--config', config, '--out', folder])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
  {
    name: '--help, cold, to `node -e 0`',
    unit: 'ms',
    reach: 1.3,
    measure: () => coldRatio(['--help']),
  },
]
