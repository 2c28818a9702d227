namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Where a REST operation is asked for.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, which carries no parameters.</param>
internal sealed record RestOperation(string Method, string Path);
