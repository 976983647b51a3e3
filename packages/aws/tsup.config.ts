import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', iam: 'src/iam/index.ts' },
  format: ['esm'],
  dts: true,
  clean: true,
  sourcemap: false,
  target: 'node20',
  removeNodeProtocol: false,
})
