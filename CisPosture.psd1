@{
    RootModule           = 'bin/CisPosture.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '4d0cc3f4-8c4c-48be-9b7a-0ac89af19d5e'
    Author               = 'The CisPosture authors'
    CompanyName          = 'Community'
    Copyright            = '(c) The CisPosture authors. MIT license.'
    Description          = 'Judges an AWS account against the 43 controls of the CIS AWS Foundations Benchmark v1.2 as AWS Security Hub defines them, emits findings as objects, and repairs what failed in steps that can be undone.'

    PowerShellVersion    = '5.1'
    CompatiblePSEditions = 'Core', 'Desktop'

    # Asked of Windows PowerShell only; PowerShell 7 brings its own .NET.
    DotNetFrameworkVersion = '4.7.2'
    CLRVersion             = '4.0'

    # The views name static methods of the module, so its assembly must be there before they are read.
    RequiredAssemblies   = 'bin/CisPosture.dll'
    TypesToProcess       = 'bin/CisPosture.types.ps1xml'
    FormatsToProcess     = 'bin/CisPosture.format.ps1xml'

    # A list with commas, because the engine has to compile one in @( ) at each import.
    CmdletsToExport      =
        'Compare-CisFinding',
        'Export-CisReport',
        'Export-CisSnapshot',
        'Get-CisControl',
        'Get-CisFinding',
        'Get-CisRepair',
        'Get-CisRequiredPermission',
        'Get-CisScan',
        'Measure-CisFinding',
        'Publish-CisFinding',
        'Repair-CisAdminPolicy',
        'Repair-CisCloudTrail',
        'Repair-CisConfigRecorder',
        'Repair-CisCredential',
        'Repair-CisFinding',
        'Repair-CisFlowLog',
        'Repair-CisKeyRotation',
        'Repair-CisMetricAlarm',
        'Repair-CisPasswordPolicy',
        'Repair-CisSecurityGroup',
        'Repair-CisSupportRole',
        'Repair-CisTrailBucket',
        'Repair-CisUserPolicy',
        'Save-CisFinding',
        'Test-CisControl',
        'Undo-CisRepair'
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags = 'AWS', 'CIS', 'Benchmark', 'SecurityHub', 'Security', 'Compliance', 'Audit', 'Windows', 'Linux', 'MacOS'
            LicenseUri = 'https://licenses.nuget.org/MIT'

            # ProjectUri and IconUri stand here once the project has an address. Until then the icon travels in the package.

            # The lead of the newest section of CHANGELOG.md.
            ReleaseNotes = 'The first version: judges all 43 controls, live or from a snapshot, keeps and compares findings, and repairs what failed, with a journal from which each repair can be undone.'

            # Good to have, never needed: where AWS Tools for PowerShell are, their credentials and Region are taken. Without being in RequiredModules too, a name
            # in this list is neither installed nor imported nor asked for.
            ExternalModuleDependencies = @('AWS.Tools.Common')
        }
    }
}
