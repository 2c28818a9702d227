@{
    RootModule           = 'bin/CisPosture.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '4d0cc3f4-8c4c-48be-9b7a-0ac89af19d5e'
    Author               = 'The CisPosture authors'
    CompanyName          = 'Community'
    Copyright            = '(c) The CisPosture authors. MIT license.'
    Description          = 'Judges an AWS account against the 43 controls of the CIS AWS Foundations Benchmark v1.2 as AWS Security Hub defines them, and emits findings as objects.'

    PowerShellVersion    = '5.1'
    CompatiblePSEditions = 'Core', 'Desktop'

    # The views name static methods of the module, so its assembly must be there before they are read.
    RequiredAssemblies   = 'bin/CisPosture.dll'
    TypesToProcess       = 'bin/CisPosture.types.ps1xml'
    FormatsToProcess     = 'bin/CisPosture.format.ps1xml'

    CmdletsToExport      = @(
        'Compare-CisFinding'
        'Export-CisReport'
        'Export-CisSnapshot'
        'Get-CisControl'
        'Get-CisFinding'
        'Get-CisRepair'
        'Get-CisRequiredPermission'
        'Get-CisScan'
        'Measure-CisFinding'
        'Repair-CisCloudTrail'
        'Repair-CisConfigRecorder'
        'Repair-CisCredential'
        'Repair-CisFinding'
        'Repair-CisFlowLog'
        'Repair-CisKeyRotation'
        'Repair-CisMetricAlarm'
        'Repair-CisPasswordPolicy'
        'Repair-CisSecurityGroup'
        'Repair-CisSupportRole'
        'Repair-CisTrailBucket'
        'Repair-CisUserPolicy'
        'Save-CisFinding'
        'Test-CisControl'
        'Undo-CisRepair'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags = 'AWS', 'CIS', 'Benchmark', 'SecurityHub', 'Security', 'Compliance', 'Audit'
        }
    }
}
