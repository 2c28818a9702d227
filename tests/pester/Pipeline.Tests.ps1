# Findings in pipelines of the commands that everybody knows.

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Sandbox.ps1'))
    Import-Module -Name $manifest -Force
    $sandbox = Start-Sandbox -Account neglected
    $account = $sandbox.Keys
    $findings = @(Test-CisControl @account)
}

AfterAll { Stop-Sandbox -Sandbox $sandbox }

Describe 'A scan' {
    It 'fails all 43 controls of a neglected account' {
        (Measure-CisFinding -InputObject $findings).Text | Should -Match '^43 controls: 0 passed, 43 failed, 0 unknown'
    }

    It 'writes no error where everything can be read' {
        $null = Test-CisControl @account -Id '1.*' -ErrorVariable problems -ErrorAction SilentlyContinue

        $problems | Should -BeNullOrEmpty
    }

    It 'ends early where Select-Object has enough' {
        $first = @(Test-CisControl @account | Select-Object -First 2)

        $first.FindingId | Should -Be $findings[0, 1].FindingId
    }

    It 'changes nothing' {
        Measure-Write -Sandbox $sandbox | Should -Be 0
    }
}

Describe 'Findings' {
    It 'are filtered by Where-Object' {
        $open = $findings | Where-Object { $_.Status -eq 'Failed' -and $_.Severity -ge 'High' }

        $open | Should -Not -BeNullOrEmpty
        $open.Severity | Sort-Object -Unique | ForEach-Object { "$_" } | Should -Be @('High', 'Critical')
        $open.Count + @($findings | Where-Object Status -eq Failed | Where-Object Severity -lt High).Count | Should -Be @($findings | Where-Object Status -eq Failed).Count
    }

    It 'are sorted by the number of their control and not by its letters' {
        $ids = $findings | Sort-Object -Property ControlId | ForEach-Object { "$($_.ControlId)" } | Select-Object -Unique

        [array]::IndexOf($ids, '1.2') | Should -BeLessThan ([array]::IndexOf($ids, '1.10'))
        [array]::IndexOf($ids, '1.10') | Should -BeLessThan ([array]::IndexOf($ids, '1.20'))
        $ids.Count | Should -Be 43
    }

    It 'are counted by Group-Object' {
        $groups = $findings | Group-Object -Property Status

        ($groups | Measure-Object -Property Count -Sum).Sum | Should -Be $findings.Count
        ($groups | Where-Object Name -eq Failed).Count | Should -Be @($findings | Where-Object Status -eq Failed).Count
        @($findings | Group-Object -Property Severity, Status).Count | Should -BeGreaterThan 4
    }

    It 'are projected by Select-Object' {
        $rows = $findings | Select-Object -Property ControlId, Region, @{ Name = 'Short'; Expression = { $_.Reason.Substring(0, 10) } }

        $rows.Count | Should -Be $findings.Count
        $rows[0].PSObject.Properties.Name | Should -Be @('ControlId', 'Region', 'Short')
        $findings | Select-Object -ExpandProperty FindingId -Unique | Should -HaveCount $findings.Count
    }

    It 'come back from ConvertTo-Json' {
        $back = $findings | ConvertTo-Json -Depth 5 | ConvertFrom-Json

        $back.FindingId | Should -Be $findings.FindingId
        "$($back[0].Status) $($back[0].Severity) $($back[0].ControlId)" | Should -Be "$($findings[0].Status) $($findings[0].Severity) $($findings[0].ControlId)"
        (Measure-CisFinding -InputObject $back).Text | Should -Be (Measure-CisFinding -InputObject $findings).Text
    }

    It 'come back from a file of ConvertTo-Json through Get-CisFinding' {
        $file = Join-Path -Path $TestDrive -ChildPath 'findings.json'
        $findings | ConvertTo-Json -Depth 5 | Set-Content -Path $file -Encoding UTF8

        (Get-CisFinding -Path $file).FindingId | Should -Be $findings.FindingId
    }

    It 'are rows of Export-Csv with text in every cell' {
        $file = Join-Path -Path $TestDrive -ChildPath 'findings.csv'
        $findings | Select-Object -Property ControlId, Severity, Status, AccountId, Region, ResourceId, Reason | Export-Csv -Path $file -NoTypeInformation
        $rows = @(Import-Csv -Path $file)

        $rows.Count | Should -Be $findings.Count
        $rows.ControlId | Should -Be @($findings | ForEach-Object { "$($_.ControlId)" })
        $rows | Where-Object { "$($_.Reason)$($_.Status)" -match '^System\.|CisPosture\.' } | Should -BeNullOrEmpty
        ($rows | Where-Object Status -eq Failed).Count | Should -Be @($findings | Where-Object Status -eq Failed).Count
    }

    It 'come back from Export-Clixml as findings' {
        $file = Join-Path -Path $TestDrive -ChildPath 'findings.clixml'
        $findings | Export-Clixml -Path $file
        $back = Import-Clixml -Path $file

        $back[0].PSObject.TypeNames | Should -Contain 'Deserialized.CisPosture.CisFinding'
        ($back | Measure-CisFinding).Text | Should -Be ($findings | Measure-CisFinding).Text
    }

    It 'are shown within 120 columns' {
        $lines = ($findings | Out-String -Width 120) -split '\r?\n'

        $lines[1] | Should -Match '^Status\s+Severity\s+Id\s+Region\s+Resource and reason'
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'name controls that Test-CisControl takes from the pipeline' {
        $again = Get-CisControl -Id '1.5', '1.6' | Test-CisControl @account

        $again.ControlId | ForEach-Object { "$_" } | Select-Object -Unique | Should -Be @('1.5', '1.6')
    }
}

Describe 'ForEach-Object -Parallel' {
    It 'scans in runspaces of its own' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        # Windows PowerShell would not read the parameters, so they are given by name.
        $parallel = @{
            ThrottleLimit = 3
            Parallel      = {
                Import-Module -Name $using:manifest
                $keys = $using:account
                Test-CisControl @keys -Id $_ -Region us-east-1
            }
        }
        $apart = '1.5', '2.1', '4.1' | ForEach-Object @parallel
        $together = Test-CisControl @account -Id '1.5', '2.1', '4.1' -Region us-east-1

        $apart.FindingId | Sort-Object | Should -Be ($together.FindingId | Sort-Object)
    }

    It 'reads findings of this session' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $parallel = @{ Parallel = { "$($_.Status) $($_.ControlId)" } }
        $said = $findings | ForEach-Object @parallel

        $said | Sort-Object | Should -Be ($findings | ForEach-Object { "$($_.Status) $($_.ControlId)" } | Sort-Object)
    }
}

Describe 'Start-Job' {
    It 'gives findings that the session takes for its own' {
        $scan = {
            param($Module, $Keys)
            Import-Module -Name $Module
            Test-CisControl @Keys -Id '1.*' -Region us-east-1
        }
        $ofJob = Start-Job -ScriptBlock $scan -ArgumentList $manifest, $account | Receive-Job -Wait -AutoRemoveJob
        $own = Test-CisControl @account -Id '1.*' -Region us-east-1

        $ofJob.FindingId | Should -Be $own.FindingId
        ($ofJob | Where-Object Status -eq Failed | Where-Object Severity -eq Critical).FindingId |
            Should -Be ($own | Where-Object Status -eq Failed | Where-Object Severity -eq Critical).FindingId
        (Compare-CisFinding -ReferenceObject $ofJob -DifferenceObject $own | Where-Object Difference -ne StillFailing) | Should -BeNullOrEmpty
    }
}
