namespace CisPosture.Sandbox;

/// <summary>A write that the sandbox is about to carry out or to answer.</summary>
/// <param name="Number">How many writes came, with this one.</param>
/// <param name="Operation">What was asked for, such as "iam:CreateUser".</param>
/// <param name="HasTakenEffect">False before it is carried out, true before it is answered.</param>
public sealed record SandboxWrite(int Number, string Operation, bool HasTakenEffect);
