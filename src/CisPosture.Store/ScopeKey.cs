namespace CisPosture.Store;

/// <summary>A control in an account and a Region.</summary>
internal readonly record struct ScopeKey(ControlId Control, string AccountId, string Region);
