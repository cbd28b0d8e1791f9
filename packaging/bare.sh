#!/usr/bin/env bash
# Tries the program on a bare Debian: packaging/bare.sh FOLDER COMMAND [WORD…]
#
# Bootstraps Debian with nothing but python3 into FOLDER (kept for the next call), copies the
# checkout to FOLDER/program (its .venv there is kept) and runs COMMAND inside. Needs root and
# debootstrap. SUITE and MIRROR may be set; MIRROR is otherwise that of this machine's apt.
set -euo pipefail

folder=$(realpath -m "$1")
shift
checkout=$(realpath "$(dirname "$0")/..")
suite=${SUITE:-bookworm}
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" | head -n 1)}

# How this machine reaches the package registries: certificates and proxies, as far as they are set.
network=()
for name in PIP_INDEX_URL PIP_TIMEOUT http_proxy https_proxy no_proxy; do
    [ -z "${!name:-}" ] || network+=("$name=${!name}")
done
for name in PIP_CERT SSL_CERT_FILE; do
    [ -z "${!name:-}" ] || network+=("$name=/etc/ssl/bare.crt")
done

bootstrap() {
    debootstrap --variant=minbase "$suite" "$folder" "$mirror"
    cp -L /etc/resolv.conf "$folder/etc/resolv.conf"
    mkdir -p "$folder/etc/ssl"
    cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$folder/etc/ssl/bare.crt"
    apt-config dump | grep '^Acquire::Check' >"$folder/etc/apt/apt.conf.d/90clock" || true
    chroot "$folder" apt-get install -qq -y --no-install-recommends python3
}

copy_checkout() {
    mkdir -p "$folder/program"
    find "$folder/program" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
    git -C "$checkout" ls-files -co --exclude-standard -z |
        tar -C "$checkout" --null --ignore-failed-read -cf - -T - |
        tar -C "$folder/program" -xf -
}

# Mounts live in a namespace of their own: they are gone when the command ends, however it ends.
run_inside() {
    unshare --mount --propagation private bash -ec '
        mount -t proc proc "$0/proc"
        mkdir -p "$0/dev/shm" "$0/dev/pts"
        mount -t tmpfs tmpfs "$0/dev/shm"
        mount -t devpts devpts "$0/dev/pts"
        exec chroot "$0" "$@"
    ' "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "${network[@]}" \
        sh -c 'cd /program && exec "$@"' sh "$@"
}

[ -e "$folder/etc/debian_version" ] || bootstrap
copy_checkout
run_inside "$@"
