namespace CisPosture.Browser.Tests.Support;

/// <summary>A row of the list, as texts.</summary>
public sealed record ShownRow(string Status, string Severity, string ControlId, string Resource, string Reason, string Region);
