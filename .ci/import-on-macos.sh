#!/usr/bin/env bash
# Makes a PFX and imports it into a keychain of its own; to be run after "npm run bundle".
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
keychain=$folder/test.keychain-db
finish() {
	security delete-keychain "$keychain" 2>/dev/null || true
	rm -rf "$folder"
}
trap finish EXIT
export SAFEQ_CERT_PASSWORD='Tom & Jerry, 100 %'
security create-keychain -p test "$keychain"
security unlock-keychain -p test "$keychain"

# "modern" is not tried: some versions of macOS do not open it, as the program says.
for key in rsa-2048 ecdsa-p256; do
	cat >"$folder/$key.yaml" <<-YAML
		kind: ssl
		subject: srv01.company.com
		friendlyName: YSoft SafeQ test $key
		subjectAlternativeNames: [srv01.company.com, 192.0.2.1]
		key: $key
	YAML
	node bundle/cli.js --profile "$folder/$key.yaml" --out "$folder" --json >"$folder/$key.json"
	thumbprint=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1], "utf8")).certificates[0].thumbprint' "$folder/$key.json")
	security import "$folder/YSoft SafeQ test $key.pfx" -k "$keychain" -f pkcs12 -P "$SAFEQ_CERT_PASSWORD"
	# An identity is a certificate together with its private key.
	security find-identity "$keychain" | grep -q "$thumbprint"
	echo "$key: imported, $thumbprint"
done
