using CisPosture.Sandbox;

namespace CisPosture.Tests.Help;

/// <summary>What came of an example.</summary>
/// <param name="Errors">Its errors: id, then message.</param>
/// <param name="Output">What it wrote, as a console of 120 columns shows it; empty where it ran in a bare engine.</param>
/// <param name="Faults">Defects that the sandbox found in itself.</param>
internal sealed record ExampleResult(IReadOnlyList<string> Errors, string Output, IReadOnlyList<RecordedFault> Faults);
