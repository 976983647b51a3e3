import { readPages as readTokenPages } from '../../clients/pages.js'

/** How IAM says that there is more. */
export interface Page {
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

/** Reads page after page until IAM says that there is no other. */
export function readPages<Answer extends Page>(
  readPage: (marker: string | undefined) => Promise<Answer>,
): Promise<readonly Answer[]> {
  return readTokenPages(async (marker) => {
    const page = await readPage(marker)
    return { items: [page], nextToken: page.IsTruncated ? page.Marker : undefined }
  })
}
