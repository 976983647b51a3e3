import { readFileSync, writeFileSync } from 'node:fs'

/** What a generated file was made from. */
export interface Source {
  readonly package: string
  readonly version: string
  /** Day of the package's release, `YYYY-MM-DD`. */
  readonly released: string
}

/** The first lines of a generated file: what it is, what it was made from, and how it is renewed. */
export function header(what: string, { package: name, version, released }: Source, registry: string): string {
  return [
    `// ${what}`,
    `// Generated from ${name} ${version} (${registry}, Apache-2.0, released ${released}) by \`npm run generate\`; do not edit.`,
    '',
  ].join('\n')
}

/** A text as the source code of a constant, in single quotes as the rest of the code. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** Writes a file of `src/generated/`. */
export function writeGenerated(name: string, text: string): void {
  const url = new URL(`../src/generated/${name}.generated.ts`, import.meta.url)
  writeFileSync(url, text)
}

/** The JSON document on standard input. */
export function readInput<Shape>(): Shape {
  return JSON.parse(readFileSync(0, 'utf8')) as Shape
}
