import { expect, it } from 'vitest'
import { type Page, readPages } from './read-pages.js'

const pagesByMarker: Readonly<Record<string, Page & { readonly names: string }>> = {
  first: { names: 'a', IsTruncated: true, Marker: 'second' },
  second: { names: '', IsTruncated: true, Marker: 'third' },
  third: { names: 'c', IsTruncated: false, Marker: 'first' },
}

it('reads every page, an empty one in between too, and stops where IAM says so', async () => {
  const asked: (string | undefined)[] = []
  const pages = await readPages(async (marker) => {
    asked.push(marker)
    return pagesByMarker[marker ?? 'first'] as Page & { readonly names: string }
  })
  expect(asked).toEqual([undefined, 'second', 'third'])
  expect(pages.map((page) => page.names)).toEqual(['a', '', 'c'])
})
