#!/usr/bin/env bash
# Builds the container's last stage without a container engine and runs it as nobody in particular on a read-only root, until it
# is healthy and has stopped by itself on SIGINT. Invariant: rootless but for making the base; nothing outside this machine is
# called but Debian's archive.
#
#   infra/container/try.sh BINARY CONSOLE     BINARY: a built tripdesk; CONSOLE: the built console's folder (web/dist)
#
# Needs, from Debian: buildah bubblewrap debootstrap uidmap; and, to make the base, root.
set -euo pipefail

binary=$(realpath "${1:?name the binary}")
console=$(realpath "${2:?name the folder of the built console}")
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
port=${CONTAINER_PORT:-18080}
running=''
finish() {
  [ -z "$running" ] || kill -KILL "$running" 2>/dev/null || true
  builder buildah unshare rm -rf "$work/store" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
say() { printf '%s  %s\n' "$(date +%T)" "$*" >&2; }

# Everything but the base is done by somebody without rights, in namespaces of their own.
somebody=packer
id "$somebody" >/dev/null 2>&1 || useradd --create-home "$somebody"
builder() { runuser -u "$somebody" -- env HOME="$(getent passwd "$somebody" | cut -d: -f6)" STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot "$@"; }

say "base system"
debootstrap --variant=minbase --include=ca-certificates bookworm "$work/base" >"$work/base.log" 2>&1 || { tail -5 "$work/base.log" >&2; exit 1; }
tar -C "$work/base" --exclude=./dev --exclude=./proc -cf "$work/base.tar" .
rm -rf "$work/base"
mkdir -p "$work/from/build/out" "$work/from/console/src/web"
cp "$binary" "$work/from/build/out/tripdesk"
cp -r "$console" "$work/from/console/src/web/dist"
mkdir -p "$work/context/infra/container"
cp "$here/infra/container/healthy.sh" "$here/infra/container/Dockerfile" "$work/context/infra/container/"
printf 'FROM scratch\nADD base.tar /\n' >"$work/Basefile"
chmod -R a+rX "$work"

say "image"
builder buildah bud --quiet --tag localhost/debian-base --file "$work/Basefile" "$work" >/dev/null
builder buildah bud --quiet --tag tripdesk --file "$work/context/infra/container/Dockerfile" --build-arg BASE=localhost/debian-base \
  --build-context "build=$work/from/build" --build-context "console=$work/from/console" "$work/context" >"$work/image.log" 2>&1 ||
  { tail -20 "$work/image.log" >&2; exit 1; }
builder buildah inspect --type image --format '{{.OCIv1.Config.User}} {{.OCIv1.Config.Labels}}' tripdesk >&2
[ "$(builder buildah inspect --type image --format '{{.OCIv1.Config.User}}' tripdesk)" = 65532:65532 ]

say "running as 65532 on a read-only root"
container=$(builder buildah from --pull-never tripdesk)
mkdir -m 777 "$work/root" "$work/data"
builder sh -c "buildah unshare sh -c 'cp -a \$(buildah mount $container)/* $work/root/'"
bwrap --unshare-user --unshare-pid --unshare-ipc --unshare-uts --uid 65532 --gid 65532 --cap-drop ALL --die-with-parent \
  --ro-bind "$work/root" / --bind "$work/data" /data --tmpfs /tmp --proc /proc --dev /dev --chdir /srv --clearenv \
  /usr/local/bin/tripdesk serve --data /data --http "127.0.0.1:$port" --smtp 127.0.0.1:0 --no-demo --log json >"$work/said" 2>"$work/log" &
running=$!
healthy=''
for _ in $(seq 100); do
  if bash "$here/infra/container/healthy.sh" "$port" 2>/dev/null; then healthy=yes; break; fi
  sleep 0.2
done
[ -n "$healthy" ] || { tail -20 "$work/log" >&2; say "it did not become healthy"; exit 1; }
curl -fsS "http://127.0.0.1:$port/" | grep -qi '<!doctype html' || { say "the console is not served"; exit 1; }
pkill -INT -P "$running" -f '^/usr/local/bin/tripdesk' || pkill -INT -f "^/usr/local/bin/tripdesk serve --data /data --http 127.0.0.1:$port"
wait "$running"
running=''
say "built, healthy, stopped"
