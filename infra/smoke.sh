#!/usr/bin/env bash
# Looks at a deployed installation from outside: every function answers, the public address answers with its headers, what must
# be closed is closed. Changes nothing.
#
#   infra/smoke.sh staging|production
set -euo pipefail
# shellcheck source=infra/lib.sh
. "$(dirname "$0")/lib.sh"

stack=$(stack_of "${1:?name an installation of samconfig.toml}")
url=$(output_of "$stack" PublicUrl)
fail() { echo "$*" >&2; exit 1; }

healthy "$stack"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
expect() { # status, path
  local status
  status=$(curl --silent --show-error --max-time 15 --dump-header "$answer" --output /dev/null --write-out '%{http_code}' "$url$2")
  echo "GET $2: $status" >&2
  [ "$status" = "$1" ] || fail "expected $1"
  local header
  for header in strict-transport-security content-security-policy x-frame-options x-content-type-options referrer-policy \
    permissions-policy cross-origin-opener-policy; do
    grep -qi "^$header:" "$answer" || fail "$2 is answered without $header"
  done
}
expect 200 /health
expect 200 /.well-known/jwks.json
expect 200 /openapi.json
expect 401 /api/v1/auth/me
expect 401 /api/v1/quotes
expect 401 /api/v1/mail/messages
expect 401 /api/v1/helpdesk/topics
expect 401 /api/v1/admin/tenants
expect 404 /api/v1/no-such-noun
echo "$url answers as it should" >&2
