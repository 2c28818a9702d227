namespace CisPosture.Reports;

/// <summary>What Export-CisReport can write. Each member has a writer in CisPosture.Reports.</summary>
public enum ReportFormat
{
    /// <summary>The findings as Get-CisFinding reads them back.</summary>
    Json,

    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>Markdown for wikis, tickets and pull requests.</summary>
    Markdown,

    /// <summary>Static Analysis Results Interchange Format 2.1.0.</summary>
    Sarif,

    /// <summary>The XML of JUnit, for build servers.</summary>
    JUnit,

    /// <summary>Compliance Findings of the Open Cybersecurity Schema Framework.</summary>
    Ocsf,

    /// <summary>The AWS Security Finding Format, as Security Hub imports it.</summary>
    Asff,

    /// <summary>A file of rules that would accept what failed, to be filled in.</summary>
    SuppressionTemplate,

    /// <summary>One web page for people, which needs nothing beside it.</summary>
    Html,
}
