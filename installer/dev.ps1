# The same as installer/dev, for Windows 10 and 11: sets up what is missing, then does one job.
# UNTESTED: written from the POSIX script and never run on a real Windows machine.
#
#   powershell -ExecutionPolicy Bypass -File installer\dev.ps1 demo
param(
    [Parameter(Position = 0)][string]$Job = '',
    [Parameter(Position = 1, ValueFromRemainingArguments = $true)][string[]]$Rest = @()
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)

$usage = @'
Bruk: powershell -ExecutionPolicy Bypass -File installer\dev.ps1 JOBB   (ikke utprøvd på Windows)

  demo [MAPPE]     setter opp alt, lager demokommunen og skriver dokumentene til MAPPE (ellers out)
  app [--demo]     setter opp alt og åpner Husrom
  test [...]       setter opp alt og kjører testene (det som følger, går til pytest)
  lint             stil, typer, importer og størrelser
'@

$Python = '.venv\Scripts\python.exe'

# A native program that fails does not stop PowerShell by itself
function Invoke-Checked {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Find-Python {
    foreach ($candidate in @(@('py', '-3'), @('python'), @('python3'))) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $options = @($candidate | Select-Object -Skip 1)
        & $candidate[0] @options -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    Write-Host 'Husrom trenger Python 3.11 eller nyere.'
    exit 1
}

function Get-Saved([string]$Path) {
    if (Test-Path $Path) { (Get-Content $Path -Raw).Trim() } else { '' }
}

function Install-Libraries([string[]]$Found) {
    Write-Host 'Setter opp bibliotekene i .venv (et minutt eller to) ...'
    if (Test-Path '.venv\.ready') { Remove-Item -Recurse -Force .venv }
    $options = @($Found | Select-Object -Skip 1)
    Invoke-Checked $Found[0] @options -m venv .venv
    $offline = @()
    if (Test-Path 'installer\wheelhouse') { $offline = @('--no-index', '--find-links', 'installer\wheelhouse') }
    Invoke-Checked $Python -m pip install -qq --disable-pip-version-check --require-hashes --only-binary ':all:' `
        @offline --requirement installer\requirements.lock
}

function Initialize-Environment {
    $found = Find-Python
    $options = @($found | Select-Object -Skip 1)
    $version = & $found[0] @options -c 'import sys; print(sys.version, sys.base_prefix)'
    $ready = "$PWD $version $((Get-FileHash installer\requirements.lock -Algorithm SHA256).Hash)"
    if ((Get-Saved '.venv\.ready') -ne $ready) {
        Install-Libraries $found
        Set-Content -Path '.venv\.ready' -Value $ready -Encoding UTF8
    }
    $project = (Get-FileHash pyproject.toml -Algorithm SHA256).Hash
    if ((Get-Saved '.venv\.project') -ne $project) {
        Invoke-Checked $Python -m pip install -qq --disable-pip-version-check `
            --no-index --no-build-isolation --no-deps --editable .
        Set-Content -Path '.venv\.project' -Value $project -Encoding UTF8
    }
}

if ($Job -notin @('demo', 'app', 'test', 'lint')) {
    Write-Host $usage
    exit 2
}
Initialize-Environment

switch ($Job) {
    'demo' {
        $env:QT_QPA_PLATFORM = 'offscreen'
        if ($Rest.Count -eq 0) { $Rest = @('out') }
        Invoke-Checked .venv\Scripts\husrom.exe demo @Rest
    }
    'app' { Invoke-Checked .venv\Scripts\husrom-app.exe @Rest }
    'test' {
        $env:QT_QPA_PLATFORM = 'offscreen'
        Invoke-Checked $Python -m pytest -n 2 @Rest
    }
    'lint' {
        Invoke-Checked $Python -m ruff check .
        Invoke-Checked $Python -m ruff format --check .
        Invoke-Checked $Python -m mypy
        Invoke-Checked .venv\Scripts\lint-imports.exe
        Invoke-Checked $Python -m pytest tests/house
    }
}
