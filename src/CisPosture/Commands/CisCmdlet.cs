using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>What all cmdlets of the module share: unusable input ends the command with a documented error id.</summary>
public abstract class CisCmdlet : PSCmdlet
{
    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(Begin);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End);

    /// <summary>Before the first object of the pipeline.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>For each object of the pipeline.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>After the last object of the pipeline.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Whether the user only wants to see what would be done. ShouldProcess knows, but tells only when it is asked about a step.</summary>
    private protected bool IsWhatIf() => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference", false));

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (PostureException failure)
        {
            ThrowTerminatingError(ErrorRecords.Of(failure));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }
}
