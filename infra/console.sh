#!/usr/bin/env bash
# Puts a built console in place: files with a fingerprint in their name for ever, the page that names them last and never cached,
# so that nobody is sent to a file that is not there yet. Old files stay for those who still have the old page open.
#
#   infra/console.sh staging|production web/dist
set -euo pipefail
# shellcheck source=infra/lib.sh
. "$(dirname "$0")/lib.sh"

stack=$(stack_of "${1:?name an installation of samconfig.toml}")
built=${2:?name the folder of the built console}
[ -f "$built/index.html" ] || { echo "$built holds no index.html" >&2; exit 1; }
bucket=$(output_of "$stack" ConsoleBucketName)
if [ -z "$bucket" ] || [ "$bucket" = None ]; then echo "$stack has no console" >&2; exit 0; fi

# CloudFront compresses by itself; the compressed twins are for the platform on one machine.
aws s3 cp "$built" "s3://$bucket" --recursive --exclude '*' --include 'assets/*' --exclude '*.br' --exclude '*.gz' --only-show-errors --cache-control 'public, max-age=31536000, immutable'
aws s3 cp "$built" "s3://$bucket" --recursive --exclude 'assets/*' --exclude '*.br' --exclude '*.gz' --only-show-errors --cache-control 'no-cache'
aws cloudfront create-invalidation --distribution-id "$(output_of "$stack" DistributionId)" --paths '/*' --query Invalidation.Status --output text
