namespace CisPosture.Sandbox;

/// <summary>A defect of the sandbox that a request brought to light.</summary>
public sealed record RecordedFault(string Operation, Exception Exception);
