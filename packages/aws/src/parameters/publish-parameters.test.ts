import { ProvisionerError } from '@sec/common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParameterApi } from '../ports.js'
import { planParameters } from './plan-parameters.js'
import { type ParameterProgress, publishParameters } from './publish-parameters.js'
import { removeParameters } from './remove-parameters.js'

const path = '/security/acme/'
const traits = { description: 'made here', tags: { team: 'ml' } }
const waiting = { signal: new AbortController().signal }

/** A store that works for so many changes, then fails; batches of removals may end in their middle too. */
function storeOf(existing: Readonly<Record<string, string>>, changes = Number.POSITIVE_INFINITY) {
  const store = new Map(Object.entries(existing))
  let left = changes
  const change = (work: () => void): void => {
    if (left-- <= 0) throw new Error('cut')
    work()
  }
  const api: Omit<ParameterApi, 'getParameter'> = {
    getParametersByPath: async (under) =>
      Object.fromEntries([...store].filter(([name]) => name.startsWith(`${under.replace(/\/$/, '')}/`))),
    putParameter: async ({ name, value, exists }) =>
      change(() => {
        if (store.has(name) !== exists) throw new Error(`exists is not ${exists} for ${name}`)
        store.set(name, value)
      }),
    deleteParameters: async (names) => {
      for (const name of names) change(() => store.delete(name))
    },
  }
  return { api, all: () => Object.fromEntries(store) }
}

async function publish(outputs: Readonly<Record<string, string>>, { api }: ReturnType<typeof storeOf>) {
  const plan = planParameters(outputs, await api.getParametersByPath(path), path)
  await publishParameters(api, plan, traits, waiting)
  return plan
}

const values = fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,2}$/), fc.stringMatching(/^[a-z]{1,2}$/), {
  maxKeys: 9,
})
const foreignPath = fc.constantFrom('/security/acme-2/', '/security/', '/s3/acme/')
const under = (folder: string, some: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(some).map(([key, value]) => [`${folder}${key}`, value]))

describe('a publication', () => {
  it('leaves what the outputs say, whatever was there before, and foreign parameters as they were', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, values, foreignPath, async (outputs, before, others, folder) => {
        const foreign = under(folder, others)
        const store = storeOf({ ...under(path, before), ...foreign })
        await publish(outputs, store)
        expect(store.all()).toEqual({ ...under(path, outputs), ...foreign })
      }),
    )
  })

  it('is finished by the next one after an interruption at any change', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, fc.nat({ max: 20 }), async (outputs, before, changes) => {
        const cut = storeOf(under(path, before), changes)
        await publish(outputs, cut).catch(() => undefined)
        const store = storeOf(cut.all())
        await publish(outputs, store)
        expect(store.all()).toEqual(under(path, outputs))
        expect(await publish(outputs, store)).toMatchObject({ write: [], remove: [] })
      }),
    )
  })

  it('removes nothing before everything new is written', async () => {
    const store = storeOf({ [`${path}Old`]: 'x' }, 2)
    await expect(publish({ A: '1', B: '2' }, store)).rejects.toMatchObject({ code: 'PARAMETERS_UNFINISHED' })
    expect(store.all()).toEqual({ [`${path}A`]: '1', [`${path}B`]: '2', [`${path}Old`]: 'x' })
  })

  it('puts description and tags on what it writes, and tells of every write', async () => {
    const told: ParameterProgress[] = []
    const put: unknown[] = []
    const api = {
      putParameter: async (parameter: unknown) => void put.push(parameter),
      deleteParameters: async () => undefined,
    }
    const plan = planParameters({ A: '1', B: '2', C: '3' }, { [`${path}A`]: '0', [`${path}C`]: '3' }, path)
    await publishParameters(api, plan, traits, waiting, (progress) => told.push(progress))
    expect(put).toEqual([
      { name: `${path}A`, value: '1', exists: true, ...traits },
      { name: `${path}B`, value: '2', exists: false, ...traits },
    ])
    expect(told).toEqual([
      { name: `${path}A`, written: 1, wanted: 2 },
      { name: `${path}B`, written: 2, wanted: 2 },
    ])
  })

  it('says how far it came, why it stopped and that the next one finishes', async () => {
    const cause = new ProvisionerError('aws', 'DENIED', 'ssm:PutParameter is denied', { hint: 'ask for it' })
    let calls = 0
    const api = {
      putParameter: async () => {
        if (++calls === 2) throw cause
      },
      deleteParameters: async () => undefined,
    }
    const plan = planParameters({ A: '1', B: '2' }, { [`${path}Old`]: 'x' }, path)
    await expect(publishParameters(api, plan, traits, waiting)).rejects.toMatchObject({
      code: 'PARAMETERS_UNFINISHED',
      message:
        '1 of 3 changes of the parameters under /security/acme/ were made, then: ssm:PutParameter is denied',
      hint: 'ask for it; then deploy again: only what is missing is written',
      cause,
    })
  })

  it('stops between two writes when it is asked to, with the reason', async () => {
    const stop = new AbortController()
    const store = storeOf({})
    const plan = planParameters({ A: '1', B: '2' }, {}, path)
    const run = publishParameters(store.api, plan, traits, { signal: stop.signal }, () =>
      stop.abort('SIGINT'),
    )
    await expect(run).rejects.toBe('SIGINT')
    expect(store.all()).toEqual({ [`${path}A`]: '1' })
  })

  it('passes on what an aborted call throws, as it is', async () => {
    const stop = new AbortController()
    const putParameter = async () => {
      stop.abort('SIGINT')
      throw stop.signal.reason
    }
    const plan = planParameters({ A: '1' }, {}, path)
    const api = { putParameter, deleteParameters: async () => undefined }
    await expect(publishParameters(api, plan, traits, { signal: stop.signal })).rejects.toBe('SIGINT')
  })
})

describe('a removal', () => {
  it('takes all under the path, names it, and leaves the rest', async () => {
    const store = storeOf({ [`${path}B`]: '1', [`${path}A`]: '1', '/security/acme-2/A': '1' })
    expect(await removeParameters(store.api, path)).toEqual([`${path}A`, `${path}B`])
    expect(store.all()).toEqual({ '/security/acme-2/A': '1' })
  })

  it('makes no call where there is nothing', async () => {
    const api = {
      getParametersByPath: async () => ({}),
      deleteParameters: () => Promise.reject(new Error('was called')),
    }
    expect(await removeParameters(api, '/security/acme')).toEqual([])
  })
})
