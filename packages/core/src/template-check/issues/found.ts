/** A name as it stands in the template, and the known one next to it. */
export type Found = { readonly found: string; readonly nearest: string | undefined }
