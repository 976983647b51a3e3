/** A JSON file to be written: its path relative to the output folder, with `/`, and its value in the order of its keys. */
export interface ExportFile {
  readonly file: string
  readonly value: unknown
}
