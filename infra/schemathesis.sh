#!/usr/bin/env bash
# Throws generated requests at a platform of its own, by the API's description: no answer may be a 5xx, or one that the
# description does not name.
#
#   infra/schemathesis.sh [EXAMPLES] [more options of `st run`]      EXAMPLES a route, 100 unless said otherwise
#
# Needs python3 and curl; the platform's binary is $TRIPDESK_BIN, or built. Schemathesis is installed into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
examples=${1:-100}
shift || true
work=$(mktemp -d)
platform=''
finish() {
  if [ -n "$platform" ]; then kill -INT "$platform" 2>/dev/null || true; wait "$platform" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

if [ -z "${TRIPDESK_BIN:-}" ]; then
  cargo build --locked
  TRIPDESK_BIN=${CARGO_TARGET_DIR:-target}/debug/tripdesk
fi
st=${SCHEMATHESIS:-$work/venv/bin/st}
if [ ! -x "$st" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" -q install "schemathesis==4.*"
fi

"$TRIPDESK_BIN" serve --data "$work/data" --http 127.0.0.1:0 --smtp 127.0.0.1:0 --quiet >"$work/said" 2>"$work/log" &
platform=$!
for _ in $(seq 300); do grep -q "its PDF" "$work/said" && break; sleep 0.2; done
said() { sed -n "s/^ *$1  *//p" "$work/said" | head -1; }
"$TRIPDESK_BIN" openapi >"$work/openapi.json"
url=$(said "Console and API")
secret=$(said "Operator token")
login() {
  curl -fsS "$url/api/v1/auth/login" -H 'content-type: application/json' \
    -d "{\"email\":\"$(said 'sign in as')\",\"password\":\"$(said password)\"}" | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

# The description's own routes end sessions and passwords: each is tried by somebody who can lose them, last of all.
failed=0
run() {
  "$st" run "$work/openapi.json" --url "$url" --header "Authorization: Bearer $(login)" --header "X-Admin-Token: $secret" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
    --max-examples "$examples" --phases examples,coverage,fuzzing --continue-on-failure --no-color "$@" || failed=1
}
destructive='/auth/(logout|password|totp|sessions|refresh|profile)|/tenants/\{id\}/(suspend|purge)|/users'
# A token holds for fifteen minutes, so the routes are taken noun by noun.
for noun in enquiries quotes rates extras fx hotels bookings clients analytics public helpdesk knowledge mail notifications tenants admin invitations auth; do
  grep -q "\"/api/v1/$noun" "$work/openapi.json" || continue
  run --include-path-regex "^/api/v1/$noun" --exclude-path-regex "$destructive" "$@"
done
# Wrong codes and passwords slow further sign-ins down, so theirs come last.
for part in '/users' '/tenants/\{id\}/(suspend|purge)' '/auth/(profile|refresh|sessions)' '/auth/logout' '/auth/totp' '/auth/password'; do
  run --include-path-regex "$part" "$@"
done
if grep -q '"panic"\|panicked' "$work/log"; then echo "the platform panicked:"; grep panic "$work/log" | head; failed=1; fi
exit "$failed"
