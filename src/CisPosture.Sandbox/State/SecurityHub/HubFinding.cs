using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.State.SecurityHub;

/// <summary>A finding that Security Hub keeps: a document in the AWS Security Finding Format, and what of it the customer has taken over.</summary>
public sealed class HubFinding
{
    /// <summary>The finding as GetFindings shows it.</summary>
    public required JsonObject Document { get; set; }

    /// <summary>Members that were set by BatchUpdateFindings, which the provider's later imports leave alone.</summary>
    public SortedSet<string> CustomerFields { get; init; } = new(StringComparer.Ordinal);

    internal string Id => Document[nameof(Id)]!.ToString();

    internal string ProductArn => Document[nameof(ProductArn)]!.ToString();
}
