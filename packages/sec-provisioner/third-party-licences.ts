import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

/**
 * Writes the licences of everything that was bundled beside the bundle: they ask to be passed on with the code.
 *
 * @param file - Path of the text file to write.
 */
export function thirdPartyLicences(file: string): Plugin {
  return {
    name: 'third-party-licences',
    setup(build) {
      build.initialOptions.metafile = true
      build.onEnd(({ metafile }) => {
        if (!metafile) return
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, licenceTexts(bundledPackages(metafile).map(readPackage)))
      })
    },
  }
}

/** Folders of the packages that a bundle holds something of, sorted. */
function bundledPackages({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  )
  const folders = inputs.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

interface BundledPackage {
  /** Name, version and licence. */
  readonly title: string
  /** Where it is developed, and under which licence. */
  readonly origin: string
  /** Its licence file; some packages of a repository come without theirs. */
  readonly text: string | undefined
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file && readFileSync(join(folder, file), 'utf8').trim()
  return {
    title: `${name} ${version} (${license})`,
    origin: `${repository?.url ?? repository ?? name} ${license}`,
    text,
  }
}

/** Every text once, under the names of all packages that it belongs to. */
function licenceTexts(packages: readonly BundledPackage[]): string {
  const titles = new Map<string, string[]>()
  for (const each of packages) {
    const text = each.text ?? packages.find(({ origin, text }) => text && origin === each.origin)?.text
    if (text === undefined) throw new Error(`${each.title} has no licence file`)
    titles.set(text, [...(titles.get(text) ?? []), each.title])
  }
  return [...titles].map(([text, of]) => `${of.join('\n')}\n\n${text}\n`).join('\n')
}
