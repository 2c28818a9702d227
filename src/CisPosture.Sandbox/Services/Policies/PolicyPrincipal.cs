namespace CisPosture.Sandbox.Services.Policies;

/// <summary>A principal of a statement: its kind (AWS, Service, Federated, CanonicalUser) and its name.</summary>
internal sealed record PolicyPrincipal(string Kind, string Name);
