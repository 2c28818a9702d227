namespace CisPosture.Repairs;

/// <summary>A write call as data.</summary>
/// <param name="Operation">Service and operation, such as "iam:UpdateAccountPasswordPolicy".</param>
/// <param name="Parameters">What is sent, by the API's own names.</param>
internal sealed record RepairCall(string Operation, RepairState Parameters);
