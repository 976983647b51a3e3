import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './in-root.mjs'
import { runProgram } from './steps.mjs'

/**
 * Runs vitest and counts.
 *
 * @param args - Which projects to run.
 * @returns The totals, and what vitest printed. A run that fails without a failed test, or that runs none, counts as a
 *   failed one.
 */
export function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-tests-'))
  try {
    const file = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...args]
    const { status, output } = runProgram(process.execPath, vitest)
    return { totals: countedFailure(totalsIn(file), status), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function totalsIn(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function countedFailure(totals, status) {
  const isFailure = status !== 0 || totals.passed + totals.failed === 0
  return isFailure && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}
