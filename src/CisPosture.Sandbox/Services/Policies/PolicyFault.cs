namespace CisPosture.Sandbox.Services.Policies;

/// <summary>The first thing that is wrong with a policy document, and the part of it that is.</summary>
internal sealed record PolicyFault(PolicyFaultKind Kind, string Subject = "");
