# Makes a PFX in each encryption mode and imports it as an administrator does; to be run after "npm run bundle".
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory $folder | Out-Null
$env:SAFEQ_CERT_PASSWORD = 'Tom & Jerry, 100 %'
$password = ConvertTo-SecureString $env:SAFEQ_CERT_PASSWORD -AsPlainText -Force

try {
    foreach ($encryption in 'compatible', 'modern') {
        foreach ($key in 'rsa-2048', 'ecdsa-p256') {
            # A letter that PowerShell and the program would write differently, were the JSON not ASCII.
            $friendlyName = "YSoft SafeQ test $([char]0x010d) $encryption $key"
            $yaml = Join-Path $folder "$encryption-$key.yaml"
            Set-Content -Encoding utf8 $yaml @"
kind: ssl
subject: srv01.company.com
friendlyName: $friendlyName
subjectAlternativeNames: [srv01.company.com, 192.0.2.1]
key: $key
pfx:
  encryption: $encryption
"@
            $report = & node bundle/cli.js --profile $yaml --out $folder --json | Out-String | ConvertFrom-Json
            if ($LASTEXITCODE -ne 0) { throw "the program ended with $LASTEXITCODE for $friendlyName" }
            $made = $report.certificates[0]
            $pfx = $made.files | Where-Object { $_ -like '*.pfx' }

            $imported = Import-PfxCertificate -FilePath $pfx -CertStoreLocation Cert:\LocalMachine\My -Password $password
            try {
                if ($imported.Thumbprint -ne $made.thumbprint) { throw "thumbprint $($imported.Thumbprint)" }
                if (-not $imported.HasPrivateKey) { throw 'no private key' }
                if ($imported.FriendlyName -ne $friendlyName) { throw "friendly name $($imported.FriendlyName)" }
                $extensions = [Security.Cryptography.X509Certificates.RSACertificateExtensions]
                $ecExtensions = [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]
                $hash = [Security.Cryptography.HashAlgorithmName]::SHA256
                $data = [Text.Encoding]::ASCII.GetBytes('token')
                $signature = if ($key -like 'rsa*') {
                    $extensions::GetRSAPrivateKey($imported).SignData($data, $hash, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
                } else {
                    $ecExtensions::GetECDsaPrivateKey($imported).SignData($data, $hash)
                }
                if ($signature.Length -lt 64) { throw 'the private key does not sign' }
                Write-Output "$friendlyName`: imported, $($imported.Thumbprint)"
            } finally {
                Remove-Item -DeleteKey "Cert:\LocalMachine\My\$($imported.Thumbprint)"
            }
        }
    }
} finally {
    Remove-Item -Recurse -Force $folder
}
