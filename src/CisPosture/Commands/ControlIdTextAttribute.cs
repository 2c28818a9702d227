using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Takes control ids as they were typed, where PowerShell would make numbers of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ControlIdTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => ControlIdText.Of(inputData);
}
