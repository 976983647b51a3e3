/** snake_case: lower-case words of letters and digits, joined by single underscores. */
export const entryNamePattern = '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'
