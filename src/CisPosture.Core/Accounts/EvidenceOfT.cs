using System.Diagnostics.CodeAnalysis;

namespace CisPosture.Accounts;

/// <summary>One fact of the account: either the value that AWS gave or the gap that says why there is none.</summary>
/// <typeparam name="T">The fact.</typeparam>
public sealed record Evidence<T>
    where T : notnull
{
    /// <summary>The evidence that nobody asked for.</summary>
    public static readonly Evidence<T> NotCollected = new(default, new EvidenceGap { ReasonCode = CisPosture.ReasonCode.NotCollected });

    // Made by Evidence.Of and Evidence.Missing only, so that there is a value or a gap and never both.
    internal Evidence(T? value, EvidenceGap? gap)
    {
        Value = value;
        Gap = gap;
    }

    /// <summary>The fact; meaningful only where <see cref="IsKnown"/> is true.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public EvidenceGap? Gap { get; }

    /// <summary>True where AWS gave the fact.</summary>
    public bool IsKnown => Gap is null;

    /// <summary>Hands out the value or the gap, never both.</summary>
    /// <param name="value">The fact.</param>
    /// <param name="gap">The gap.</param>
    /// <returns>True where there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out EvidenceGap? gap)
    {
        value = Value;
        gap = Gap;
        return gap is null;
    }
}
