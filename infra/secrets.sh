#!/usr/bin/env bash
# The secrets of a deployed stack. Invariant: a value goes from here to Secrets Manager on standard input and is never printed,
# never an argument, never in a file; a key is known to everybody before it signs, and until its last token has expired.
#
#   infra/secrets.sh init STACK       makes the first signing key, if there is none
#   infra/secrets.sh announce STACK   adds a new key that does not sign yet
#   infra/secrets.sh promote STACK    the announced key signs from now on, the old one verifies for a day more
#   infra/secrets.sh retire STACK     drops every key that does not sign
#   infra/secrets.sh admin STACK      replaces the operator's token
#   infra/secrets.sh kids STACK       lists the key ids, the signing one first
#
# Running functions read secrets when they start: after each change but `init`, deploy with another Release
# (docs/deploy.md, "Rotation"). Needs: aws, openssl 3, jq.
set -euo pipefail

usage() { sed -n '5,10s/^# *//p' "$0" >&2; exit 2; }
[ $# -eq 2 ] || usage
command=$1 stack=$2

read_keys() { aws secretsmanager get-secret-value --secret-id "$stack/jwt-keys" --query SecretString --output text; }
# The CLI takes the value from a file name alone; this one is a pipe.
write() { aws secretsmanager put-secret-value --secret-id "$stack/$1" --secret-string file:///dev/stdin --output text --query VersionId >/dev/null; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# One Ed25519 key as a JWK (RFC 8037). Both encodings end with the 32 bytes that count.
new_key() {
  local pem d x
  pem=$(openssl genpkey -algorithm ed25519)
  d=$(openssl pkey -outform DER <<<"$pem" | tail -c 32 | base64url)
  x=$(openssl pkey -pubout -outform DER <<<"$pem" | tail -c 32 | base64url)
  jq -nc --arg kid "$(date -u +%Y%m%d%H%M%S)" --arg x "$x" --rawfile d <(printf %s "$d") \
    '{kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: $kid, x: $x, d: $d}'
}

# Reads, changes, checks, then writes: what could not be read or has no key first is not written.
change() {
  local filter=$1 before after
  shift
  before=$(read_keys)
  after=$(jq -ce "$@" "$filter | if .keys[0].d then . else error(\"no signing key\") end" <<<"$before")
  printf %s "$after" | write jwt-keys
}

# shellcheck disable=SC2016 # $new is jq's
case $command in
  init)
    if [ -n "$(read_keys 2>/dev/null | jq -r '.keys[0].kid')" ]; then echo "$stack has signing keys already" >&2; exit 0; fi
    new_key | jq -c '{keys: [.]}' | write jwt-keys
    ;;
  announce) change '{keys: (.keys + [$new])}' --argjson new "$(new_key)" ;;
  promote) change 'if (.keys | length) < 2 then error("no key was announced") else {keys: ([.keys[-1]] + (.keys[:-1] | map(.exp //= (now | floor) + 86400)))} end' ;;
  retire) change '{keys: [.keys[0]]}' ;;
  admin) openssl rand -hex 32 | tr -d '\n' | write admin-token ;;
  kids) read_keys | jq -r '.keys[].kid' ;;
  *) usage ;;
esac
