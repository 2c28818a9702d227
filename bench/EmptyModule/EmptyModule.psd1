@{
    RootModule        = 'EmptyModule.dll'
    ModuleVersion     = '0.0.1'
    GUID              = '6b3f52d2-63a4-4a8e-93a6-2f2f0e2b3f0d'
    CmdletsToExport   = 'Invoke-Nothing'
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
