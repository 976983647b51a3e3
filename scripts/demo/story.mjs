import { driftByHand } from './drift-by-hand.mjs'
import { editConfig } from './edit-config.mjs'
import { allowOperator, createOperator } from './operator.mjs'
import { accountId, config, example, preparePlace } from './place.mjs'
import { print, printHeading } from './print.mjs'
import { runCommand } from './run-command.mjs'
import { whatIsLeft } from './what-is-left.mjs'

const onConfig = `--config ${config}`
const asOperator = `${onConfig} --profile operator`

/** The changes were shown by the command before. */
const afterChanges = { from: /: .*\b(added|changed|removed)\b.*(; |$)/ }

/** Each step: a heading, and work that says whether all went as it should. */
const steps = [
  {
    title: 'Check the config',
    words: [`${config} is a copy of ${example}.`],
    work: (world) => runCommand(world, `validate-config ${onConfig}`),
  },
  {
    title: 'Say what the operator may do',
    words: ['An administrator attaches what is written to the user "olga", who may do nothing else.'],
    work: allow,
  },
  {
    title: 'Look at what a deployment would do',
    work: (world) => runCommand(world, `show-changes ${asOperator}`),
  },
  {
    title: 'Deploy',
    words: ['--force asks nothing: nobody is here to answer.'],
    work: (world) => runCommand(world, `deploy ${asOperator} --force`, afterChanges),
  },
  {
    title: 'Change the config',
    words: ['ML engineers are to deploy helper functions too; the operator may then make one policy more.'],
    work: change,
  },
  {
    title: 'Find what somebody did by hand',
    words: ['Meanwhile, in the console, somebody makes:'],
    work: async (world) => {
      await driftByHand(world)
      return runCommand(world, `check-drift ${asOperator}`, { expected: 4 })
    },
  },
  {
    title: 'Repair it',
    words: ['CloudFormation brings back what was changed; what was added is taken off.'],
    work: async (world) =>
      (await runCommand(world, `deploy ${asOperator} --revert-drift --force`)) &&
      (await runCommand(world, `check-drift ${asOperator}`)),
  },
  {
    title: 'Try a whole deployment under random names',
    work: (world) => runCommand(world, `test-deploy ${asOperator} --force`),
  },
  {
    title: 'Delete it all',
    work: deleteAll,
  },
]

/** Tells the story until a step does not go as it should. */
export async function tellStory({ createTestAccount, ...given }) {
  const started = performance.now()
  const world = { ...given, account: createTestAccount(given.server.endpointUrl, accountId) }
  await preparePlace(world)
  await createOperator(world)
  print(
    `A server that acts like AWS is at ${given.server.endpointUrl}; the program calls it in place of AWS.`,
  )
  for (const { title, words = [], work } of steps) {
    printHeading(title, words)
    if (!(await work(world))) return false
  }
  print(`\nThe whole life of a stack, in ${((performance.now() - started) / 1000).toFixed(0)} seconds.`)
  return true
}

async function allow(world) {
  if (!(await runCommand(world, `export-iam-policy ${onConfig}`))) return false
  await allowOperator(world)
  return true
}

async function change(world) {
  const from = '        ecr: level2\n        sagemaker: level3\n'
  editConfig(world, from, `${from}        lambda: level2\n`)
  return (
    (await allow(world)) &&
    (await runCommand(world, `show-changes ${asOperator}`)) &&
    (await runCommand(world, `deploy ${asOperator} --force`, afterChanges))
  )
}

async function deleteAll(world) {
  if (!(await runCommand(world, `delete-stack ${asOperator} --force`))) return false
  const left = await whatIsLeft(world)
  print(left.length === 0 ? '\nNothing is left in the account.' : `\nThis is left: ${left.join(', ')}`)
  return left.length === 0
}
