# What changes an account, and what -WhatIf leaves alone.

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Sandbox.ps1'))
    Import-Module -Name $manifest -Force
    $sandbox = Start-Sandbox -Account neglected
    $account = $sandbox.Keys
    $journal = Join-Path -Path $TestDrive -ChildPath 'journal'

    function Get-Failed { param([string[]] $Id) Test-CisControl @account -Id $Id | Where-Object Status -eq Failed }
}

AfterAll { Stop-Sandbox -Sandbox $sandbox }

Describe '-WhatIf' {
    It 'beats -Force: plans every step and sends no write' {
        $failed = @(Get-Failed -Id '1.5', '1.16', '2.8', '4.1')
        $planned = @($failed | Repair-CisFinding @account -JournalPath $journal -WhatIf -Force)

        $planned.FindingId | Sort-Object | Should -Be ($failed.FindingId | Sort-Object)
        $planned.Repair.Outcome | Should -Contain 'Planned'
        $planned.Repair.Outcome | Should -Not -Contain 'Changed'
        $planned.Repair.Steps.Outcome | Select-Object -Unique | Should -Be 'NotTaken'
        Measure-Write -Sandbox $sandbox | Should -Be 0
        Test-Path -Path $journal | Should -BeFalse
    }

    It 'has Export-CisReport write nothing' {
        $file = Join-Path -Path $TestDrive -ChildPath 'planned.json'
        Get-Failed -Id '1.5' | Export-CisReport -Path $file -WhatIf

        Test-Path -Path $file | Should -BeFalse
    }
}

Describe 'Repair-CisFinding' {
    It 'changes nothing where it is not confirmed and nobody can be asked' {
        { Get-Failed -Id '1.5' | Repair-CisFinding @account -JournalPath $journal -ErrorAction Stop } | Should -Throw
        Measure-Write -Sandbox $sandbox | Should -Be 0
    }

    It 'mends what it was given, judges again and can be undone' {
        $mended = @(Get-Failed -Id '1.5', '1.6' | Repair-CisFinding @account -JournalPath $journal -Confirm:$false)
        $mended.Status | Select-Object -Unique | Should -Be 'Passed'
        $mended.Repair.Outcome | Select-Object -Unique | Should -Be 'Changed'
        Get-Failed -Id '1.5', '1.6' | Should -BeNullOrEmpty

        $undone = Get-CisRepair -JournalPath $journal | Undo-CisRepair @account -Confirm:$false
        $undone.Status | Should -Be 'Undone'
        @(Get-Failed -Id '1.5', '1.6').Count | Should -Be 2
    }
}
