// Asks AWS's rules, in a simulator, what the roles of template.yaml may do: the session role reaches one tenant's items and
// nothing else, and each function's role is refused what other functions are for. Needs nothing but Node:
//
//   npm install --no-save --prefix /tmp/policies @cloud-copilot/iam-simulate yaml
//   NODE_PATH=/tmp/policies/node_modules node infra/policies.mjs
//
// The simulator is a tool beside the project (AGPL): it is neither linked nor shipped.
import { createRequire } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const { runSimulation } = require('@cloud-copilot/iam-simulate')
const { parse } = require('yaml')

const account = '111122223333'
const region = 'eu-west-1'
const names = { 'AWS::Partition': 'aws', 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::StackName': 'desk', MailFromDomain: 'mail.example' }
const arns = {
  FilesBucket: 'arn:aws:s3:::files', MailBucket: 'arn:aws:s3:::mail',
  QuoteQueue: `arn:aws:sqs:${region}:${account}:desk-quote`, QuoteDeadLetters: `arn:aws:sqs:${region}:${account}:desk-quote-dead`,
  KnowledgeQueue: `arn:aws:sqs:${region}:${account}:desk-knowledge`, FailedEvents: `arn:aws:sqs:${region}:${account}:desk-failed-events`,
}
const table = `arn:aws:dynamodb:${region}:${account}:table/desk-Table-1`
const secret = (name) => `arn:aws:secretsmanager:${region}:${account}:secret:desk/${name}`

// CloudFormation's functions, as far as policies use them. Every switch is on: what is refused is refused in any case.
const arnOf = (path) => {
  const [resource, attribute] = path.split('.')
  return attribute === 'Id' ? secret(resource) : (arns[resource] ?? `arn:aws:logs:${region}:${account}:log-group:${resource}:*`)
}
const tags = [
  ['!Ref', (name) => (name === 'BedrockModelArns' ? ['arn:aws:bedrock:eu-west-1::foundation-model/m'] : { missing: name })],
  ['!GetAtt', arnOf],
  ['!Sub', (text) => text.replaceAll(/\$\{([^}]+)\}/g, (whole, name) => names[name] ?? (name.startsWith('!') ? `\${${name.slice(1)}}` : name.startsWith('aws:') ? whole : arnOf(name.replace(/\.Arn$/, ''))))],
  ['!Condition', (name) => name],
].map(([tag, resolve]) => ({ tag, resolve }))
const asMap = ['!If', '!Equals', '!Not', '!And', '!Or', '!Split', '!Contains', '!Join', '!Select', '!Sub', '!GetAZs'].map((tag) => ({
  tag, collection: 'seq', resolve: (items) => ({ [tag]: items.toJSON() }),
}))
const template = parse(readFileSync(new URL('../template.yaml', import.meta.url), 'utf8'), { customTags: [...tags, ...asMap], logLevel: 'error' })
const chosen = (value) => {
  if (Array.isArray(value)) return value.map(chosen).filter((one) => !(one && one.missing))
  if (value && typeof value === 'object') {
    if (value['!If']) return chosen(value['!If'][1])
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, chosen(one)]))
  }
  return value
}
const policiesOf = (role) =>
  chosen(template.Resources[role].Properties.Policies).map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, policy: PolicyDocument }))

// The policy that lib/src/credentials.rs hands over with each session, for one tenant.
const filled = { partition: 'aws', region, account, table: 'desk-Table-1', bucket: 'files', tenant: 'blue' }
const sessionPolicy = JSON.parse(
  readFileSync(new URL('../lib/src/session-policy.json', import.meta.url), 'utf8').replaceAll(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole),
)
// Every session of the tenants' role has that policy; `AnyRole` shows what it does by itself, on a role that may do everything.
const sessions = { TenantRole: { name: 'session', policy: sessionPolicy }, AnyRole: { name: 'session', policy: sessionPolicy } }
const anything = [{ name: 'anything', policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }]

async function may(role, action, resource, contextVariables = {}) {
  const answer = await runSimulation(
    {
      identityPolicies: role === 'AnyRole' ? anything : policiesOf(role), sessionPolicy: sessions[role]?.policy, serviceControlPolicies: [], resourceControlPolicies: [],
      request: { action, resource: { resource, accountId: account }, principal: `arn:aws:sts::${account}:assumed-role/${role}/x`, contextVariables },
    },
    { simulationMode: 'Strict' },
  )
  if (answer.resultType === 'error') throw new Error(`${role} ${action}: ${JSON.stringify(answer.errors ?? answer)}`)
  return (answer.overallResult ?? answer.analysis?.result ?? answer.result) === 'Allowed'
}

const keys = (...leading) => ({ 'aws:PrincipalTag/tenant': 'blue', ...(leading.length ? { 'dynamodb:LeadingKeys': leading } : {}) })
const index = `${table}/index/gsi1`
const cases = [
  // -- one tenant's session
  ['own item', true, 'TenantRole', 'dynamodb:GetItem', table, keys('T#blue#quote')],
  ['own partition', true, 'TenantRole', 'dynamodb:Query', table, keys('T#blue#enquiry')],
  ['own batch', true, 'TenantRole', 'dynamodb:BatchGetItem', table, keys('T#blue#quote', 'T#blue#user')],
  ["another tenant's item", false, 'TenantRole', 'dynamodb:GetItem', table, keys('T#red#quote')],
  ['a tenant whose name begins alike', false, 'TenantRole', 'dynamodb:GetItem', table, keys('T#blue-sky#quote')],
  ['own and foreign in one batch', false, 'TenantRole', 'dynamodb:BatchWriteItem', table, keys('T#blue#quote', 'T#red#quote')],
  ['no key at all', false, 'TenantRole', 'dynamodb:Query', table, keys()],
  ['a record of the platform', false, 'TenantRole', 'dynamodb:GetItem', table, keys('tenant#red')],
  ['a list over all tenants', false, 'TenantRole', 'dynamodb:Query', index, keys('jobs')],
  ['scan', false, 'TenantRole', 'dynamodb:Scan', table, keys()],
  ['PartiQL', false, 'TenantRole', 'dynamodb:PartiQLSelect', table, keys('T#blue#quote')],
  ['own file', true, 'TenantRole', 's3:GetObject', 'arn:aws:s3:::files/t/blue/rates/1', keys()],
  ["another tenant's file", false, 'TenantRole', 's3:GetObject', 'arn:aws:s3:::files/t/blue-sky/rates/1', keys()],
  ['raw mail', false, 'TenantRole', 's3:GetObject', 'arn:aws:s3:::mail/mail/x', keys()],
  ['own list', true, 'TenantRole', 's3:ListBucket', 'arn:aws:s3:::files', { ...keys(), 's3:prefix': 't/blue/' }],
  ['the whole list', false, 'TenantRole', 's3:ListBucket', 'arn:aws:s3:::files', { ...keys(), 's3:prefix': 't/' }],
  ['session policy alone: own item', true, 'AnyRole', 'dynamodb:PutItem', table, keys('T#blue#quote')],
  ['session policy alone: another tenant', false, 'AnyRole', 'dynamodb:PutItem', table, keys('T#red#quote')],
  ['session policy alone: own and foreign', false, 'AnyRole', 'dynamodb:BatchGetItem', table, keys('T#blue#quote', 'T#red#quote')],
  ['session policy alone: no key', false, 'AnyRole', 'dynamodb:Query', table, keys()],
  ['session policy alone: scan', false, 'AnyRole', 'dynamodb:Scan', table, keys('T#blue#quote')],
  ['session policy alone: PartiQL', false, 'AnyRole', 'dynamodb:PartiQLSelect', table, keys('T#blue#quote')],
  ['session policy alone: mail', false, 'AnyRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/mail.example`, keys()],
  ['session policy alone: queue', false, 'AnyRole', 'sqs:SendMessage', arns.QuoteQueue, keys()],
  ['a session without a tag', false, 'TenantRole', 'dynamodb:GetItem', table, { 'dynamodb:LeadingKeys': ['T#blue#quote'] }],
  // -- functions: what each is for, and what it is not for
  ['quote sends', true, 'QuoteRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/agency.example`],
  ['auth sends from the platform', true, 'AuthRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/mail.example`],
  ['auth does not send from agencies', false, 'AuthRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/agency.example`],
  ['helpdesk does not send', false, 'HelpdeskRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/mail.example`],
  ['inbound-mail does not send', false, 'InboundMailRole', 'ses:SendRawEmail', `arn:aws:ses:${region}:${account}:identity/mail.example`],
  ['inbound-mail reads mail', true, 'InboundMailRole', 's3:GetObject', 'arn:aws:s3:::mail/mail/x'],
  ['inbound-mail keeps mail', false, 'InboundMailRole', 's3:DeleteObject', 'arn:aws:s3:::mail/mail/x'],
  ['helpdesk reads no mail', false, 'HelpdeskRole', 's3:GetObject', 'arn:aws:s3:::mail/mail/x'],
  ['auth reads no files', false, 'AuthRole', 's3:GetObject', 'arn:aws:s3:::files/t/blue/x'],
  ['quote shreds a mail with a link', true, 'QuoteRole', 's3:DeleteObjectVersion', 'arn:aws:s3:::files/t/blue/outgoing/x.eml'],
  ['quote keeps the papers', false, 'QuoteRole', 's3:DeleteObject', 'arn:aws:s3:::files/t/blue/quotes/x.pdf'],
  ['quote does not know the operator', false, 'QuoteRole', 'secretsmanager:GetSecretValue', secret('AdminToken')],
  ['tenants knows the operator', true, 'TenantsRole', 'secretsmanager:GetSecretValue', secret('AdminToken')],
  ...['Auth', 'Tenants', 'InboundMail', 'Quote', 'Helpdesk'].flatMap((name) => [
    [`${name} writes records`, true, `${name}Role`, 'dynamodb:PutItem', table],
    // Export and purge look through the whole table.
    [`${name} scans`, name === 'Tenants', `${name}Role`, 'dynamodb:Scan', table],
    [`${name} does not delete the table`, false, `${name}Role`, 'dynamodb:DeleteTable', table],
    [`${name} reaches no other table`, false, `${name}Role`, 'dynamodb:GetItem', table.replace('desk-Table', 'other')],
    [`${name} replaces no secret`, false, `${name}Role`, 'secretsmanager:PutSecretValue', secret('JwtKeys')],
  ]),
]

// What each function was seen to call, as infra/local/aws/calls.rs writes it down while the tests run; `infra/calls.txt` holds it.
const seen = readFileSync(new URL('calls.txt', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
const roles = { auth: 'AuthRole', tenants: 'TenantsRole', 'inbound-mail': 'InboundMailRole', quote: 'QuoteRole', helpdesk: 'HelpdeskRole' }
// What Lambda itself does as a function's role, and what is done before there is a platform.
const byLambda = Object.keys(roles).flatMap((name) => {
  const polled = { quote: 'quote', helpdesk: 'knowledge' }[name]
  const polls = polled ? ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility'].map((action) => `${name} sqs:${action} ${polled}`) : []
  const failures = ['inbound-mail', 'quote'].includes(name) ? [`${name} sqs:SendMessage failed-events`] : []
  return [...polls, ...failures]
})
const resources = {
  table, index, files: arns.FilesBucket, mail: arns.MailBucket, 'files/t/*': `${arns.FilesBucket}/t/blue/x`, 'mail/mail/*': `${arns.MailBucket}/mail/x`,
  quote: arns.QuoteQueue, knowledge: arns.KnowledgeQueue, 'quote-dead': arns.QuoteDeadLetters, 'failed-events': arns.FailedEvents,
  identity: `arn:aws:ses:${region}:${account}:identity/mail.example`, role: `arn:aws:iam::${account}:role/desk-one-tenant`,
  model: 'arn:aws:bedrock:eu-west-1::foundation-model/m',
}
const made = new Set([...seen, ...byLambda])
const whats = [...new Set([...made].map((line) => line.slice(line.indexOf(' ') + 1)))]
// With the switch on, a function may also do what a tenant's session of it is seen to do, and it may take one on.
const always = (name, what) => what.endsWith(' role') && roles[name]
for (const [name, role] of Object.entries(roles)) {
  for (const what of whats) {
    const [action, on] = what.split(' ')
    if (!resources[on]) throw new Error(`${what}: no resource is known by that name`)
    cases.push([`${name}: ${what}`, made.has(`${name} ${what}`) || Boolean(always(name, what)), role, action, resources[on]])
  }
}
// Calls that the tests made just now and the list does not know: node infra/policies.mjs FOLDER
const [recorded] = process.argv.slice(2)
const news = recorded ? [...new Set(readdirSync(recorded).flatMap((file) => readFileSync(`${recorded}/${file}`, 'utf8').split('\n')))].filter((line) => line && !made.has(line)) : []

let wrong = 0
for (const [what, expected, role, action, resource, context] of cases) {
  const allowed = await may(role, action, resource, context)
  if (allowed !== expected) wrong += 1
  console.log(`${allowed === expected ? 'ok   ' : 'WRONG'} ${allowed ? 'may    ' : 'may not'} ${what}`)
}
for (const line of news) console.log(`WRONG infra/calls.txt does not know: ${line}`)
console.log(`${cases.length - wrong} of ${cases.length} as they should be`)
process.exitCode = wrong || news.length ? 1 : 0
