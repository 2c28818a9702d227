namespace CisPosture;

/// <summary>Something of a control that a user may set through -ControlParameter.</summary>
public sealed record ControlParameter
{
    /// <summary>The name, such as MaxAccessKeyAge.</summary>
    public required string Name { get; init; }

    /// <summary>Boolean, Integer, Text or Choice.</summary>
    public required string Type { get; init; }

    /// <summary>The default as text: "false", "90", "Equivalent", or empty.</summary>
    public required string Default { get; init; }

    /// <summary>What it does, in one or two sentences.</summary>
    public required string Description { get; init; }

    /// <summary>The least value of an integer.</summary>
    public int? Minimum { get; init; }

    /// <summary>The greatest value of an integer.</summary>
    public int? Maximum { get; init; }

    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The name and what it is by default, such as "MaxAccessKeyAge = 90".</summary>
    public override string ToString() => Default.Length == 0 ? Name : $"{Name} = {Default}";
}
