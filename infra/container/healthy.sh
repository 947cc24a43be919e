#!/usr/bin/env bash
# Whether the platform answers GET /health with 200; bash speaks TCP itself, so the image needs no HTTP client.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${1:-8080}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
