#!/usr/bin/env bash
# Rehearses the deployment without AWS: build, deploy to an emulator, ask every function for its health, update, delete.
# Invariant: nothing outside this machine is called; the emulator listens on 127.0.0.1 and dies with this script.
#
#   infra/rehearse.sh                    builds the functions (sam build), then rehearses
#   infra/rehearse.sh --bootstraps DIR   takes DIR/<function>/bootstrap instead of building
#   infra/rehearse.sh --keep             stays up after the smoke test, until Enter, for tests against the printed address
#
# Needs on the PATH: sam, ministack (pip install aws-sam-cli, "ministack[full]", each in an environment of its own: they pin
# different versions of boto3), aws, jq, curl, openssl, cargo; to build, cargo-lambda.
set -euo pipefail
# shellcheck source=infra/lib.sh
. "$(dirname "$0")/lib.sh"

here=$(cd "$(dirname "$0")/.." && pwd)
port=${REHEARSAL_PORT:-4577}
stack=rehearsal
bootstraps='' keep=''
while [ $# -gt 0 ]; do
  case $1 in
    --bootstraps) bootstraps=$(cd "$2" && pwd); shift 2 ;;
    --keep) keep=yes; shift ;;
    *) sed -n '5,7s/^# *//p' "$0" >&2; exit 2 ;;
  esac
done

work=$(mktemp -d)
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
export AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' SAM_CLI_TELEMETRY=0 CARGO_LAMBDA_COMPILER=cargo
unset AWS_PROFILE AWS_SESSION_TOKEN

say() { printf '%s  %s\n' "$(date +%T)" "$*" >&2; }
emulator=''
finish() {
  if [ -n "$emulator" ]; then
    kill "$emulator" 2>/dev/null || true
    wait "$emulator" 2>/dev/null || true
    # Functions of replaced versions outlive it; they run from a folder named after the port.
    pgrep -f "/ministack-provided-code-$port/" | xargs -r kill 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

start_emulator() {
  if curl -s -o /dev/null "$AWS_ENDPOINT_URL"; then say "something answers on port $port already; set REHEARSAL_PORT"; exit 1; fi
  # Without BIND_HOST it would listen on every address.
  BIND_HOST=127.0.0.1 IOT_MTLS_ENABLED=0 GATEWAY_PORT=$port MINISTACK_HOST=localhost LAMBDA_EXECUTOR=local \
    SERVICES=s3,sqs,dynamodb,ses,sesv2,lambda,apigateway,cloudformation,cloudfront,iam,sts,logs,events,sns,cloudwatch,ssm,secretsmanager,scheduler \
    ministack >"$work/emulator.log" 2>&1 &
  emulator=$!
  for _ in $(seq 60); do
    if curl -fsS -o /dev/null "$AWS_ENDPOINT_URL/_ministack/health" 2>/dev/null; then return; fi
    sleep 0.5
  done
  say "the emulator did not start"; tail -20 "$work/emulator.log" >&2; exit 1
}

# The template as it will be deployed: built by SAM, or beside ready-made bootstraps in the same layout.
prepare() {
  if [ -z "$bootstraps" ]; then
    (cd "$here" && sam build --beta-features --parameter-overrides Architecture=x86_64 --build-dir "$work/built" >&2)
    template=$work/built/template.yaml
  else
    mkdir -p "$work/built/infra/monitoring"
    cp "$here/template.yaml" "$work/built/"
    cp "$here"/infra/*.yaml "$work/built/infra/"
    cp "$here"/infra/monitoring/*.yaml "$work/built/infra/monitoring/"
    for function in auth tenants inbound-mail quote helpdesk; do
      mkdir -p "$work/built/functions/$function"
      install -m 755 "$bootstraps/$function/bootstrap" "$work/built/functions/$function/bootstrap"
    done
    template=$work/built/template.yaml
  fi
}

# Mail=off: the emulator has no receipt rules; lint covers them. QueueConcurrency=0: it cannot read the limit out of a parameter.
deploy() {
  (cd "$work" && sam deploy --template-file "$template" --stack-name $stack --resolve-s3 --no-confirm-changeset \
    --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND --no-fail-on-empty-changeset \
    --parameter-overrides Architecture=x86_64 Mail=off QueueConcurrency=0 "$@" >"$work/deploy.log" 2>&1) ||
    { tail -40 "$work/deploy.log" >&2; say "the deployment failed"; exit 1; }
}

# Events that are not HTTP: each schedule's turn, a mail for nobody we know, a job that is not ours. None may fail.
events() {
  local function payload error queue waiting
  printf 'From: a@traveller.example\r\nTo: nobody@in.tripdesk.example\r\nMessage-ID: <rehearsal@traveller.example>\r\n\r\nHello\r\n' |
    aws s3 cp - "s3://$(output_of $stack MailBucketName)/mail/rehearsal1" --quiet
  while IFS=$'\t' read -r function payload; do
    error=$(aws lambda invoke --function-name "$stack-$function:live" --payload "fileb://"<(printf %s "$payload") "$work/answer.json" \
      --query FunctionError --output text)
    say "$function, $(cut -c1-40 <<<"$payload"): ${error/None/done}"
    [ "$error" = None ] || { cat "$work/answer.json" >&2; exit 1; }
  done <<'EVENTS'
quote	{"tripdesk":"sweep"}
quote	{"tripdesk":"expire"}
quote	{"tripdesk":"follow-up"}
inbound-mail	{"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"messageId":"rehearsal1","source":"a@traveller.example","destination":["nobody@in.tripdesk.example"],"timestamp":"2026-01-01T00:00:00.000Z"},"receipt":{"recipients":["nobody@in.tripdesk.example"],"spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"PASS"},"spfVerdict":{"status":"PASS"},"dkimVerdict":{"status":"PASS"},"dmarcVerdict":{"status":"PASS"},"timestamp":"2026-01-01T00:00:00.000Z"}}}]}
inbound-mail	{"tripdesk":"sweep"}
EVENTS
  queue=$(output_of $stack QuoteQueueUrl)
  aws sqs send-message --endpoint-url "$AWS_ENDPOINT_URL" --queue-url "$queue" --message-body "not ours" >/dev/null
  for _ in $(seq 30); do
    waiting=$(aws sqs get-queue-attributes --endpoint-url "$AWS_ENDPOINT_URL" --queue-url "$queue" --output text --query \
      'Attributes.[ApproximateNumberOfMessages,ApproximateNumberOfMessagesNotVisible]' --attribute-names All)
    [ "$waiting" = $'0\t0' ] && break
    sleep 1
  done
  [ "$waiting" = $'0\t0' ] || { say "the queue was not worked off: $waiting"; exit 1; }
  say "the queue is worked off"
}

live_version() { aws lambda get-alias --function-name $stack-quote --name live --query FunctionVersion --output text; }

# Every route leads somewhere: through the API, as a client calls it.
routes() {
  local host path status
  host=$(output_of $stack ApiId).execute-api.localhost:$port
  for path in /health /openapi.json /.well-known/jwks.json /api/v1/auth/me /api/v1/users /api/v1/tenants/me /api/v1/admin/tenants \
    /api/v1/mail/messages /api/v1/quotes /api/v1/rates /api/v1/public/quotes/x /api/v1/helpdesk/topics /api/v1/admin/knowledge/x /nowhere; do
    status=$(curl -sS -o "$work/body" -w '%{http_code}' -H "Host: $host" "$AWS_ENDPOINT_URL$path")
    say "GET $path: $status"
    case $status in 5?? | 000) cat "$work/body" >&2; exit 1 ;; esac
  done
}

# The journeys of tests/, against what was deployed. The emulator asks for verified senders, as SES does.
journeys() {
  aws ses verify-domain-identity --domain mail.tripdesk.example >/dev/null
  aws ses verify-domain-identity --domain in.tripdesk.example >/dev/null
  jq -n --arg url "$AWS_ENDPOINT_URL" --arg host "$(output_of $stack ApiId).execute-api.localhost:$port" \
    --arg token "$(aws secretsmanager get-secret-value --secret-id $stack/admin-token --query SecretString --output text)" \
    --arg bucket "$(output_of $stack MailBucketName)" --arg function "$stack-inbound-mail:live" \
    '{url: $url, host: $host, admin_token: $token, inbound_domain: "in.tripdesk.example", aws_url: $url, mail_bucket: $bucket,
      inbound_function: $function}' >"$work/deployed.json"
  (cd "$here" && env -u AWS_ENDPOINT_URL TRIPDESK_DEPLOYED="$work/deployed.json" cargo test --locked --workspace --test deployed) ||
    { tail -40 "$work/emulator.log" >&2; exit 1; }
}

start_emulator
say "emulator on $AWS_ENDPOINT_URL"
prepare
say "deploying"
deploy
say "deployed; $(aws cloudformation list-stack-resources --stack-name $stack --query 'StackResourceSummaries[].ResourceType' --output text | wc -w) resources"
"$here/infra/secrets.sh" init $stack
say "signing keys: $("$here/infra/secrets.sh" kids $stack)"
healthy $stack
routes
events
say "journeys"
journeys
say "updating"
before=$(live_version)
# The emulator transforms the template with the parameters' defaults, so the new Release is made the default.
sed -i "/^  Release:/,/Default:/s/Default:.*/Default: '$(date +%s)'/" "$template"
deploy LogLevel=debug TenantSessions=on
[ "$(live_version)" != "$before" ] || { say "the new settings did not go live"; exit 1; }
healthy $stack
if [ -n "$keep" ]; then
  say "API: curl -H 'Host: $(output_of $stack ApiId).execute-api.localhost:$port' $AWS_ENDPOINT_URL/health   (Enter ends)"
  read -r || true
fi
say "deleting"
# Not `sam delete`: it takes the packaged address of a nested template apart and knows Amazon's host alone.
aws cloudformation delete-stack --stack-name $stack
aws cloudformation wait stack-delete-complete --stack-name $stack
say "rehearsed: deployed, healthy, updated, deleted"
