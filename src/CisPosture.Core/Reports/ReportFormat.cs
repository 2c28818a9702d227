namespace CisPosture.Reports;

/// <summary>What Export-CisReport can write. Each member has a writer in CisPosture.Reports.</summary>
public enum ReportFormat
{
    /// <summary>The findings as Get-CisFinding reads them back.</summary>
    Json,

    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>One web page for people, which needs nothing beside it.</summary>
    Html,
}
