import { join } from 'node:path'
import { root } from '../prepare.mjs'

/** A path in the checkout. */
export const inRoot = (path) => join(root, path)
