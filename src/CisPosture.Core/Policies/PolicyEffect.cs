namespace CisPosture.Policies;

/// <summary>What a statement does with what it names.</summary>
internal enum PolicyEffect
{
    Allow,
    Deny,
}
