/** What AWS adds for its own support: which service answered, request ids, tokens of handlers, attempts. */
const additions =
  / ?\((?:Service|Status Code|Error Code|Request ID|RequestToken|HandlerErrorCode|SDK Attempt Count|Extended Request ID|Proxy):[^()]*\)/g

const handlerMessage = /^Resource handler returned message: "(.*)"\.?$/s

/**
 * Takes out of a status reason what nobody can act on: request ids, service names, handler tokens and the words
 * around a resource handler's message. One line, without white space at its ends.
 */
export function cleanReason(reason: string): string {
  const short = reason.replaceAll(/\s+/g, ' ').replaceAll(additions, '').trim()
  const message = (handlerMessage.exec(short)?.[1] ?? short).trim()
  return message.replaceAll(/(?:\s*\.){2,}/g, '.').trim()
}
