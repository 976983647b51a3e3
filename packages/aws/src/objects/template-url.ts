/** Where an uploaded template is, and how it is reached. */
export interface TemplateAddress {
  readonly bucket: string
  /** Of the bucket, which is that of the stack. */
  readonly region: string
  readonly key: string
  /** Of the partition: `amazonaws.com`, in China `amazonaws.com.cn`. */
  readonly dnsSuffix: string
  /** An endpoint of one's own, which is then used with the bucket in the path. */
  readonly endpointUrl?: string
}

/**
 * The `TemplateURL` of an uploaded template, its key percent-encoded.
 *
 * @see {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html | Addresses of buckets}
 */
export function templateUrl({ bucket, region, key, dnsSuffix, endpointUrl }: TemplateAddress): string {
  const path = key.split('/').map(encodeSegment).join('/')
  if (endpointUrl !== undefined) return `${endpointUrl.replace(/\/+$/, '')}/${bucket}/${path}`
  return `https://${bucket}.s3.${region}.${dnsSuffix}/${path}`
}

/** These five stand for themselves in a URI component, but S3 reads some of them apart from the key. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
