#!/bin/sh
# Lays the Python functions out as the measurement starts them: OUT/<function>/bootstrap, and OUT/prepare for their data.
#
#   benches/lambda/python/build.sh OUT        ($PYTHON names the interpreter, 3.11 or newer; python3 by default)
#
# AWS's interpreter is built with profile-guided optimisation: so is Debian's, but pyenv's by default is not.
#
# The five do the same kind of work as Tripdesk's functions, over the same events and sample data. Where they differ they do
# less: no limits per agency, no security headers, no watch over devices, no record of a mail's steps, dates and parties in
# English alone, search by words alone; and inbound-mail, which has no HTTP here, loads neither FastAPI nor Mangum.
set -eu
out=${1:?where to}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

mkdir -p "$out/app/demo"
out=$(cd "$out" && pwd)
"$python" -m venv --clear --without-pip "$out/venv"
python3 -m pip --python "$out/venv/bin/python" --disable-pip-version-check install --quiet --compile \
  --requirement "$here/requirements.txt"
cp "$here"/*.py "$out/app/"
(cd "$here/../../../tests/fixtures/demo" && cp -r agency.json rates.csv extras.json fx.json knowledge "$out/app/demo/")
# As a careful team ships it: nothing is left to compile at a cold start. pip has done so for the packages.
"$out/venv/bin/python" -m compileall -q "$out/app"

# AWS's own runtime has the region under both names; botocore reads only the second.
for function in auth tenants inbound-mail quote helpdesk; do
  mkdir -p "$out/$function"
  cat >"$out/$function/bootstrap" <<END
#!/bin/sh
cd "\${0%/*}/../app" || exit 1
export AWS_DEFAULT_REGION="\$AWS_REGION"
exec ../venv/bin/python -m awslambdaric $(echo "$function" | tr - _).handler
END
done
cat >"$out/prepare" <<'END'
#!/bin/sh
cd "${0%/*}/app" || exit 1
export AWS_DEFAULT_REGION="$AWS_REGION"
exec ../venv/bin/python prepare.py
END
chmod +x "$out/prepare" "$out"/*/bootstrap
