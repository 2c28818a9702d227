using System.Collections;
using System.Management.Automation;
using CisPosture.Controls;
using CisPosture.Repairs;
using CisPosture.SecurityHub;

namespace CisPosture.Commands;

/// <summary>
/// Takes what is to be mended from the pipeline by the names of members: findings of this module, fresh or as jobs, files and other machines
/// leave them, and findings in Security Hub's own form.
/// </summary>
internal static class RepairInput
{
    /// <summary>The finding that an object is, was or stands for.</summary>
    /// <param name="input">The object.</param>
    /// <param name="now">When it is taken, for what does not say when it was seen.</param>
    /// <exception cref="PostureException">It does not say what failed where.</exception>
    public static RepairSubject Of(PSObject input, DateTimeOffset now) => new(
        input.BaseObject as CisFinding ?? Read(input, now),
        Value(input, "Suppression") is not null || string.Equals(Text(input, "Workflow", "Status"), "SUPPRESSED", StringComparison.OrdinalIgnoreCase));

    private static CisFinding Read(PSObject input, DateTimeOffset now)
    {
        var control = BenchmarkCatalogue.Current[Required(input, "ControlId", ControlOf(input))];
        var account = Required(input, "AccountId", Text(input, "AccountId") ?? Text(input, "AwsAccountId"));
        var region = Required(input, "Region", Text(input, "Region"));
        var resource = Value(input, "Resources") is { } resources ? First(resources) : null;
        var resourceId = Required(input, "ResourceId", Text(input, "ResourceId") ?? (resource is null ? null : Text(resource, "Id")));
        return new CisFinding
        {
            FindingId = FindingIdentity.Of(control.Id, account, region, resourceId),
            ControlId = control.Id,
            Title = control.Title,
            Severity = control.Severity,
            Status = StatusOf(input),
            ReasonCode = Text(input, "ReasonCode") ?? ReasonCode.NonCompliant,
            Reason = Text(input, "Reason") ?? Text(input, "Description") ?? string.Empty,
            AccountId = account,
            Region = region,
            ResourceType = Text(input, "ResourceType") ?? (resource is null ? null : Text(resource, "Type")) ?? control.ResourceType,
            ResourceId = resourceId,
            ConfigRule = control.ConfigRule,
            Evidence = new Dictionary<string, object?>(StringComparer.Ordinal),
            Notes = [],
            RepairCommand = control.RepairCommand,
            Guidance = control.Guidance,
            ObservedAt = now,
        };
    }

    // Security Hub names a control of this benchmark in the generator, and in its newer form only by the number shared by all benchmarks.
    private static string? ControlOf(PSObject input)
    {
        if (Text(input, "ControlId") is { } own)
        {
            return own;
        }

        var controls = CisStandard.ControlsOf(Text(input, "GeneratorId"), Text(input, "Compliance", "SecurityControlId"));
        return controls.Count > 0 ? controls[0].Id : null;
    }

    private static string StatusOf(PSObject input)
    {
        var text = Text(input, "Compliance", "Status") ?? Text(input, "Status");
        var name = (text ?? string.Empty).Replace("_", string.Empty);
        return Enum.TryParse<FindingStatus>(name, ignoreCase: true, out var status) && Enum.IsDefined(typeof(FindingStatus), status)
            ? status.ToString()
            : throw Invalid(input, "Status", text);
    }

    private static string Required(PSObject input, string member, string? text) => string.IsNullOrEmpty(text) ? throw Invalid(input, member, text) : text!;

    private static PostureException Invalid(PSObject input, string member, string? text) => new(
        ErrorId.FindingInvalid,
        $"This is not a finding: its {member} is '{text}'. Pass on what Test-CisControl or Security Hub emits.",
        input);

    private static PSObject? First(object list) =>
        list is IEnumerable items and not string ? items.Cast<object?>().Where(item => item is not null).Select(PSObject.AsPSObject).FirstOrDefault() : PSObject.AsPSObject(list);

    private static string? Text(PSObject input, string member, string nested) => Value(input, member) is { } value ? Text(PSObject.AsPSObject(value), nested) : null;

    // Constants of the AWS SDK show their text.
    private static string? Text(PSObject input, string member) => Value(input, member)?.ToString();

    private static object? Value(PSObject input, string member) =>
        input.BaseObject is IDictionary table ? (table.Contains(member) ? table[member] : null) : input.Properties[member]?.Value;
}
