/** `data_scientists`, `level2-project-buckets-only` -> `DataScientists`, `Level2ProjectBucketsOnly`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
