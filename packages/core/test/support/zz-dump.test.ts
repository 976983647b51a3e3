import {it} from 'vitest'
import { generateOperatorPolicies } from '../../src/operator/generate-operator-policies.js'
import * as s from './sample-model.js'
import { documentCharacters } from '@sec/common/iam'
it('x',()=>{
for (const m of [s.sampleModel(), s.inlineSampleModel(), s.largeSampleModel(), s.largeSampleModel(40,40,100)]) {
const out = generateOperatorPolicies(m)
console.log(out.map(o=>documentCharacters(o.value)+': '+(o.value as any).Statement.map((x:any)=>x.Sid).join(' ')).join('\n'))
}})
