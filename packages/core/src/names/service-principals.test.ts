import { expect, it } from 'vitest'
import { servicePrincipals, serviceSid, shortService } from './service-principals.js'

it.each([
  { services: 'sagemaker', principals: ['sagemaker.amazonaws.com'] },
  { services: 'ecs-tasks.amazonaws.com', principals: ['ecs-tasks.amazonaws.com'] },
  { services: ['lambda', 'glue'], principals: ['glue.amazonaws.com', 'lambda.amazonaws.com'] },
  { services: ['lambda', 'lambda.amazonaws.com'], principals: ['lambda.amazonaws.com'] },
])('completes $services', ({ services, principals }) =>
  expect(servicePrincipals(services)).toEqual(principals),
)

it.each([
  { principal: 'sagemaker.amazonaws.com', short: 'sagemaker', sid: 'Sagemaker' },
  { principal: 'ecs-tasks.amazonaws.com', short: 'ecs-tasks', sid: 'EcsTasks' },
  { principal: 'states.amazonaws.com.cn', short: 'states', sid: 'StatesCn' },
  { principal: 'logs.us-west-1.amazonaws.com', short: 'logs.us-west-1', sid: 'LogsUsWest1' },
])('shortens $principal', ({ principal, short, sid }) => {
  expect(shortService(principal)).toBe(short)
  expect(serviceSid(principal)).toBe(sid)
})
