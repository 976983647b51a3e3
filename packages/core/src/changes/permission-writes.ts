/** Actions with which a holder gives itself, or anybody, further access when nothing limits their resources. */
const permissionWrites: readonly string[] = [
  'iam:addusertogroup',
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:attachuserpolicy',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:createpolicy',
  'iam:createpolicyversion',
  'iam:createservicespecificcredential',
  'iam:deleterolepermissionsboundary',
  'iam:deleteuserpermissionsboundary',
  'iam:passrole',
  'iam:putgrouppolicy',
  'iam:putrolepermissionsboundary',
  'iam:putrolepolicy',
  'iam:putuserpermissionsboundary',
  'iam:putuserpolicy',
  'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy',
  'iam:updateloginprofile',
  'sts:assumerole',
]

/** Whether an action of a statement, which may hold `*` and `?`, covers one of these. */
export function isPermissionWrite(action: string): boolean {
  const pattern = patternOf(action)
  return permissionWrites.some((write) => pattern.test(write))
}

function patternOf(action: string): RegExp {
  const escaped = action.toLowerCase().replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('?', '.').replace(/\*+/g, '.*')}$`)
}
