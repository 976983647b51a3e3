/** A policy that allows these actions on everything. */
export function allowing(actions: readonly string[]): string {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }]
  return JSON.stringify({ Version: '2012-10-17', Statement })
}
