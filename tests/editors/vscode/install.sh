#!/usr/bin/env bash
# Bring Visual Studio Code's workbench (code-server), the Node that runs it, Chromium and Playwright to this machine,
# all pinned, into a cache outside the tree. Prints the cache folder on its last line. What is there already is left alone.
set -euo pipefail

CODE_SERVER=4.139.1
CODE_SERVER_SHA512=7d462f255773e19a1525f6a41a21965c532917c2b539bb2ba46bd7d7b67136928ecdd347b3b940353ebbd094ebe19840f039d6ab2bef9851bf7771d5f58cba7b
NODE=24.21.0
NODE_SHA512_x64=de750bb336795f47dc898a46d2de93add029273027f3e16520d3fa3a2317ed5f07aefa404cf37ddfa5352e545e389ae22d16b87bcc84a900580a72f23cd02ced
NODE_SHA512_arm64=1692513c4cf63afbd32df8c83a5346158f492cf30a825e66f9de2819804b836e242759a6bcdd5997f1cf2601781c3689e752127afd65d5c459fc333e91e5d6e6
DEBIAN_PACKAGES=(chromium libkrb5-dev libsecret-1-dev build-essential python3)

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${PRECEDENT_EDITORS:-${XDG_CACHE_HOME:-$HOME/.cache}/precedent-editors}
python=${PYTHON:-python3}

say() { echo "vscode: $*" >&2; }
fail() { say "$*"; exit 1; }

case $(uname -m) in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) fail "no Node $NODE for $(uname -m) is known here" ;;
esac
[ "$(uname -s)" = Linux ] || fail "this fetches the editor for Linux only"
command -v npm >/dev/null || fail "npm is needed to fetch code-server"

# Fetch NAME VERSION SHA512 into FOLDER, unpacked.
fetch() {
  local name=$1 version=$2 sum=$3 folder=$4 tarball
  mkdir -p "$folder"
  tarball=$(cd "$folder" && npm pack --silent "$name@$version")
  echo "$sum  $folder/$tarball" | sha512sum --check --quiet || fail "$name $version is not the file that was pinned"
  tar -xzf "$folder/$tarball" -C "$folder" --strip-components=1
  rm "$folder/$tarball"
}

debian_packages() {
  local missing=()
  for package in "${DEBIAN_PACKAGES[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || fail "these packages are needed: ${missing[*]}"
  local sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo)
  say "installing Debian packages: ${missing[*]}"
  "${sudo[@]}" apt-get update -qq >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

node() {
  node_home=$cache/node-$NODE
  [ -x "$node_home/bin/node" ] && return
  say "fetching Node $NODE into $node_home"
  local sum=NODE_SHA512_$arch
  rm -rf "$node_home.part"
  fetch "node-linux-$arch" "$NODE" "${!sum}" "$node_home.part"
  mv "$node_home.part" "$node_home"
}

code_server() {
  local home=$cache/code-server-$CODE_SERVER
  [ -d "$home" ] && return
  local part=$home.part log=$cache/code-server.log
  say "building code-server $CODE_SERVER into $home (some minutes; log in $log)"
  rm -rf "$part"
  fetch code-server "$CODE_SERVER" "$CODE_SERVER_SHA512" "$part"
  (
    # The headers come with that Node, so that node-gyp downloads nothing.
    export PATH=$node_home/bin:$PATH npm_config_nodedir=$node_home
    export npm_config_fund=false npm_config_audit=false npm_config_omit=dev JOBS=${JOBS:-1}
    cd "$part" && nice npm install --ignore-scripts
    cd "$part/lib/vscode" && nice npm install
    cd "$part/lib/vscode/extensions" && nice npm install --ignore-scripts
  ) >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "code-server could not be built"; }
  mv "$part" "$home"
}

playwright() {
  local pins home
  pins=$(sha256sum "$here/requirements.txt" | cut -c1-12)
  home=$cache/playwright-$pins-$("$python" -c 'import sys; print(sys.implementation.cache_tag)')
  if [ ! -d "$home" ]; then
    say "installing Playwright into $home"
    rm -rf "$home.part"
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --target "$home.part" -r "$here/requirements.txt" >&2
    mv "$home.part" "$home"
  fi
  ln -sfn "$home" "$cache/playwright"
}

mkdir -p "$cache"
exec 9>"$cache/vscode.lock"
flock 9 # two runs at once wait for each other
debian_packages
node
code_server
playwright
ln -sfn "$node_home" "$cache/node"
ln -sfn "$cache/code-server-$CODE_SERVER" "$cache/code-server"
say "ready in $cache"
echo "$cache"
