/** `51,200`: whole numbers as people read them. */
export function withThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
