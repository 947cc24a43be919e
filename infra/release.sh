#!/usr/bin/env bash
# Deploys what `sam build` made to one installation of samconfig.toml. Invariant: every run has its own Release, so that code,
# settings and rotated secrets all go live; parameters that are not named keep their value.
#
#   PARAMETERS="DomainName=desk.example.com AlarmEmail=ops@example.com" infra/release.sh staging|production
set -euo pipefail

installation=${1:?name an installation of samconfig.toml}
read -ra own <<<"${PARAMETERS:-}"
role=()
if [ -n "${MAKE_ROLE_ARN:-}" ]; then role=(--role-arn "$MAKE_ROLE_ARN"); fi # CloudFormation's own, of infra/github-oidc.yaml

# What samconfig.toml says of the installation; the command line would replace its list, so it is read here and put in front.
mapfile -t configured < <(python3 - "$installation" <<'PYTHON'
import sys, tomllib
with open("samconfig.toml", "rb") as file:
    print("\n".join(tomllib.load(file)[sys.argv[1]]["deploy"]["parameters"]["parameter_overrides"]))
PYTHON
)

region=()
if [ -n "${AWS_REGION:-}" ]; then region=(--region "$AWS_REGION"); fi # else the one in samconfig.toml

sam deploy --config-env "$installation" --no-confirm-changeset "${role[@]}" "${region[@]}" \
  --parameter-overrides "${configured[@]}" "${own[@]}" "Release=$(date +%s)"
