namespace CisPosture.Sandbox.Services.Policies;

/// <summary>What may be wrong with a policy document.</summary>
internal enum PolicyFaultKind
{
    NotJson,
    UnknownMember,
    Version,
    NoStatement,
    Effect,
    NoAction,
    Action,
    NoResource,
    Resource,
    ProhibitedResource,
    NoPrincipal,
    Principal,
    ProhibitedPrincipal,
    Condition,
    StatementId,
    DuplicateStatementId,
}
