import { describe, expect, it } from 'vitest'
import { proxyFor } from './proxy-for.js'

const secure = { isTls: true, host: 'sts.eu-central-1.amazonaws.com', port: 443 }
const plain = { ...secure, isTls: false, port: 80 }
const proxy = 'http://proxy:8080'

describe('the proxy of a target', () => {
  it.each([
    { name: 'none without a variable', env: {}, target: secure, host: undefined },
    { name: 'HTTPS_PROXY for TLS', env: { HTTPS_PROXY: proxy }, target: secure, host: 'proxy:8080' },
    { name: 'not HTTPS_PROXY without TLS', env: { HTTPS_PROXY: proxy }, target: plain, host: undefined },
    { name: 'HTTP_PROXY without TLS', env: { HTTP_PROXY: proxy }, target: plain, host: 'proxy:8080' },
    { name: 'not HTTP_PROXY for TLS', env: { HTTP_PROXY: proxy }, target: secure, host: undefined },
    { name: 'small letters', env: { https_proxy: proxy }, target: secure, host: 'proxy:8080' },
    {
      name: 'an address without a scheme',
      env: { HTTPS_PROXY: 'proxy:8080' },
      target: secure,
      host: 'proxy:8080',
    },
    { name: 'none where it is empty', env: { HTTPS_PROXY: '' }, target: secure, host: undefined },
  ])('is $name', ({ env, target, host }) => expect(proxyFor(env, target)?.host).toBe(host))

  it.each([
    { noProxy: '*', isProxied: false },
    { noProxy: 'amazonaws.com', isProxied: false },
    { noProxy: '.amazonaws.com', isProxied: false },
    { noProxy: '*.amazonaws.com', isProxied: false },
    { noProxy: 'localhost, AMAZONAWS.COM:443', isProxied: false },
    { noProxy: 'amazonaws.com:8443', isProxied: true },
    { noProxy: 'naws.com', isProxied: true },
    { noProxy: 'x.sts.eu-central-1.amazonaws.com', isProxied: true },
    { noProxy: '', isProxied: true },
  ])('with NO_PROXY "$noProxy" is used: $isProxied', ({ noProxy, isProxied }) =>
    expect(proxyFor({ HTTPS_PROXY: proxy, NO_PROXY: noProxy }, secure) !== undefined).toBe(isProxied),
  )
})
