# What a session has once the module is imported: offline, as a user finds it.

BeforeDiscovery {
    . ([IO.Path]::Combine($PSScriptRoot, 'Sandbox.ps1'))
    $declared = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport
}

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Sandbox.ps1'))
    Import-Module -Name $manifest -Force
    $data = Import-PowerShellDataFile -Path $manifest
}

Describe 'Import-Module' {
    It 'gives the version of the manifest' {
        (Get-Module -Name CisPosture).Version | Should -Be $data.ModuleVersion
    }

    It 'writes to no stream' {
        $said = & { Remove-Module -Name CisPosture; Import-Module -Name $manifest } *>&1

        $said | Should -BeNullOrEmpty
    }

    It 'loads no third-party library' {
        $loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location -and $_.Location.StartsWith([IO.Path]::Combine([IO.Path]::GetDirectoryName($manifest), 'bin', 'lib')) }

        $loaded | Should -BeNullOrEmpty
    }

    It 'can be removed and imported again' {
        Remove-Module -Name CisPosture
        Get-Command -Name 'Get-CisControl' -ErrorAction Ignore -Module CisPosture | Should -BeNullOrEmpty
        Import-Module -Name $manifest
        (Get-CisControl).Count | Should -Be 43
    }
}

Describe 'Discovery' {
    It 'finds exactly the commands of the manifest' {
        $names = (Get-Command -Module CisPosture).Name | Sort-Object

        $names | Should -Be ($data.CmdletsToExport | Sort-Object)
    }

    It 'exports nothing but cmdlets' {
        (Get-Command -Module CisPosture).CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        (Get-Module -Name CisPosture).ExportedVariables.Count | Should -Be 0
    }

    It '<_> has an approved verb' -ForEach $declared {
        $verb, $noun = $_ -split '-', 2
        (Get-Verb).Verb | Should -Contain $verb
        $noun | Should -Match '^Cis[A-Z]'
    }

    It '<_> is told of by Get-Help with its syntax and all its parameters' -ForEach $declared {
        $help = Get-Help -Name $_ -Full
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $parameters = (Get-Command -Name $_).Parameters.Keys | Where-Object { $common -notcontains $_ } | Sort-Object

        $help.Name | Should -Be $_
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.parameters.parameter.name | Where-Object { $common -notcontains $_ } | Sort-Object | Should -Be $parameters
        (Get-Help -Name $_ | Out-String) | Should -Match "(?m)^SYNTAX\s+$_\b"
    }

    It 'completes control ids with their titles' {
        $line = 'Test-CisControl -Id 1.2'
        $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches

        $found.CompletionText | Should -Be @("'1.2'", "'1.20'", "'1.22'")
        $found[0].ToolTip | Should -Match 'MFA'
    }
}
