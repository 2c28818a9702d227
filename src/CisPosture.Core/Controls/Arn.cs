using System.Diagnostics.CodeAnalysis;

namespace CisPosture.Controls;

/// <summary>An Amazon Resource Name, taken apart.</summary>
internal sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    private const int FieldCount = 6;

    /// <summary>False for a text that is no ARN, such as the name or id that some APIs hand out instead.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Arn? arn)
    {
        var fields = text?.Split([':'], FieldCount) ?? [];
        arn = fields.Length == FieldCount && fields[0] == "arn"
            ? new Arn(fields[1], fields[2], fields[3], fields[4], fields[5])
            : null;
        return arn is not null;
    }

    public override string ToString() => string.Join(":", "arn", Partition, Service, Region, AccountId, Resource);
}
