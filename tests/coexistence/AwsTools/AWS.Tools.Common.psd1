@{
    # A stand-in for tests; the real module loads its SDK in the same way.
    RootModule         = 'AWS.Tools.Common.dll'
    RequiredAssemblies = 'AWSSDK.Core.dll'
    ModuleVersion      = '0.0.1'
    GUID               = '0f3c1c31-5f4b-4a5d-8a0c-7c1b0a5d7f11'
    CmdletsToExport    = 'Get-AWSCredential', 'Set-AWSCredential', 'Get-AWSRegion', 'Set-DefaultAWSRegion'
    FunctionsToExport  = @()
    AliasesToExport    = @()
    VariablesToExport  = @()
}
