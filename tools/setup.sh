#!/usr/bin/env bash
# Installs what the build needs, by name: Debian packages and the npm packages of package-lock.json.
# Does nothing when all of it is there, so that a second run costs a second.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  build-essential cmake ninja-build ccache mold pkg-config git nodejs
  clang-19 lld-19 clang-tidy-19 libclang-rt-19-dev
  libboost1.81-dev libboost-json1.81-dev libssl-dev libsodium-dev libicu-dev
  libpango1.0-dev libcairo2-dev libkainjow-mustache-dev libspdlog-dev libfmt-dev libcli11-dev
  liboath-dev libqrencode-dev libzip-dev libgtest-dev libgmock-dev librapidcheck-dev
  fonts-ipaexfont fonts-noto-cjk
  golang-go golang-golang-x-mod-dev chromium poppler-utils
)
missing=()
for package in "${packages[@]}"; do
  # Node may come from elsewhere than Debian; its presence is what counts.
  if [[ $package == nodejs ]] && command -v node npm > /dev/null; then continue; fi
  dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' \
    || missing+=("$package")
done
if ((${#missing[@]})); then
  printf '用意する部品(Debian)：%s\n' "${missing[*]}"
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  command -v npm > /dev/null || missing+=(npm)
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq \
    --no-install-recommends "${missing[@]}" > /dev/null
fi

# npm keeps a copy of the lock file in node_modules; when it is older, the packages are not ours.
if [[ ! -e node_modules/.kenpo-lock ]] || ! cmp -s package-lock.json node_modules/.kenpo-lock; then
  echo '用意する部品(npm)：package-lock.json の通り'
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.kenpo-lock
fi
