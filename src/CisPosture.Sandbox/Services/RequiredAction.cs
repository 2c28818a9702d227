namespace CisPosture.Sandbox.Services;

/// <summary>An IAM action that a request needs on a resource.</summary>
internal sealed record RequiredAction(string Action, string Resource);
