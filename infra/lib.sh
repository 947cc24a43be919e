# shellcheck shell=bash
# What the scripts here know about an installation: its stack's name and the outputs of the stack. Sourced, not run.

stack_of() {
  python3 - "$1" <<'PYTHON'
import sys, tomllib
with open("samconfig.toml", "rb") as file:
    print(tomllib.load(file)[sys.argv[1]]["deploy"]["parameters"]["stack_name"])
PYTHON
}

output_of() { # stack, output
  aws cloudformation describe-stacks --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text
}

# The event that API Gateway makes of GET /health.
health_event() {
  jq -nc '{version: "2.0", routeKey: "$default", rawPath: "/health", rawQueryString: "", headers: {host: "localhost"}, isBase64Encoded: false,
    requestContext: {accountId: "0", apiId: "health", domainName: "localhost", domainPrefix: "localhost", requestId: "health", routeKey: "$default",
      stage: "$default", time: "01/Jan/2026:00:00:00 +0000", timeEpoch: 1767225600000,
      http: {method: "GET", path: "/health", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "health"}}}'
}

# Asks each function itself, through its alias: /health on the API reaches only one of them.
healthy() { # stack
  local function status answer
  answer=$(mktemp)
  for function in auth tenants inbound-mail quote helpdesk; do
    aws lambda invoke --function-name "$1-$function:live" --payload "fileb://"<(health_event) "$answer" >/dev/null
    status=$(jq -r '.statusCode // .errorMessage // "no status"' "$answer")
    echo "GET /health of $function: $status" >&2
    if [ "$status" != 200 ]; then cat "$answer" >&2; rm -f "$answer"; return 1; fi
  done
  rm -f "$answer"
}
