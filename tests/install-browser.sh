#!/bin/sh
# The browser tests need a Chromium, Chrome or Edge. Where none is, root on Debian or Ubuntu installs one;
# elsewhere the tests are skipped, and say so.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge msedge; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -n "${SEARCH_BROWSER:-}" ] && exit 0
[ -d "/Applications/Google Chrome.app" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "NO BROWSER: no Chromium, Chrome or Edge on this machine; the browser tests will be SKIPPED." >&2
