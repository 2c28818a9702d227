namespace CisPosture.Sandbox;

/// <summary>An option that does not fit the account or the other options.</summary>
public sealed class SandboxOptionException(string message) : Exception(message);
