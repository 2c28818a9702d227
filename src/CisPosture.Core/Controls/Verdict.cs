namespace CisPosture.Controls;

/// <summary>What a control says of one resource. The evaluator makes a <see cref="CisFinding"/> of it.</summary>
public sealed record Verdict
{
    /// <summary>The status.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>One of <see cref="CisPosture.ReasonCode"/>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>One plain sentence with the numbers, with a full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>What is judged.</summary>
    public required JudgedResource Resource { get; init; }

    /// <summary>The facts that decided it, in the order in which a reader wants them: texts, numbers, booleans, lists of texts, dates as round-trip text.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>What else a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True for a resource that the control does not judge at all; such a verdict is left out unless it was asked for.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Where strict Security Hub mode would decide otherwise: its verdict on the same resource; null where both agree.</summary>
    public Verdict? Strict { get; init; }
}
