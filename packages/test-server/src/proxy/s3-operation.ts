const objectOperations: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
}

const bucketOperations: Record<string, string> = {
  GET: 'ListObjects',
  HEAD: 'HeadBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
}

/** Parameters that make another operation of a call to a bucket. */
const subresources: Record<string, Record<string, string>> = {
  location: { GET: 'GetBucketLocation' },
  'list-type': { GET: 'ListObjectsV2' },
  versions: { GET: 'ListObjectVersions' },
  versioning: { GET: 'GetBucketVersioning', PUT: 'PutBucketVersioning' },
  policy: { GET: 'GetBucketPolicy', PUT: 'PutBucketPolicy' },
  tagging: { GET: 'GetBucketTagging', PUT: 'PutBucketTagging' },
  delete: { POST: 'DeleteObjects' },
}

/** The name of an S3 operation, for path-style addresses: `/{bucket}/{key}`. */
export function nameS3Operation(method: string, { pathname, searchParams }: URL): string {
  const [bucket = '', ...key] = pathname.slice(1).split('/')
  if (bucket === '') return 'ListBuckets'
  if (key.join('/') !== '') return objectOperations[method] ?? method
  const special = Object.entries(subresources).find(([name]) => searchParams.has(name))?.[1][method]
  return special ?? bucketOperations[method] ?? method
}
