using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.SecurityHub;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>What a customer says of findings.</summary>
internal sealed class FindingUpdate
{
    private const int LongestNote = 512;

    private readonly Dictionary<string, JsonNode> _members = new(StringComparer.Ordinal);

    private FindingUpdate()
    {
    }

    public static FindingUpdate Read(ApiCall call)
    {
        var (input, update) = (call.Input, new FindingUpdate());
        update.Add("Note", Note(input.Structure("Note"), call.Now));
        update.Add("Severity", Severity(input.Structure("Severity")));
        update.Add("Workflow", input.Structure("Workflow")?.OneOf("Status", FindingFormat.WorkflowStatuses) is { } status ? new JsonObject { ["Status"] = status } : null);
        update.Add("VerificationState", input.OneOf("VerificationState", FindingFormat.VerificationStates));
        update.Add("Confidence", input.Integer("Confidence", 0, 100));
        update.Add("Criticality", input.Integer("Criticality", 0, 100));
        if (input.Texts("Types") is { Count: > 0 } types) update.Add("Types", new JsonArray([.. types.Select(type => JsonValue.Create(type))]));
        if (input.TextMap("UserDefinedFields") is { Count: > 0 } fields) update.Add("UserDefinedFields", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));
        return update._members.Count > 0 ? update : throw SecurityHubErrors.InvalidInput("At least one finding attribute to update is required.");
    }

    public void Apply(HubFinding finding)
    {
        foreach (var (name, value) in _members)
        {
            finding.Document[name] = value.DeepClone();
            finding.CustomerFields.Add(name);
        }
    }

    private void Add(string name, JsonNode? value)
    {
        if (value is not null) _members.Add(name, value);
    }

    private static JsonObject? Note(ApiInput? note, DateTimeOffset now)
    {
        if (note is null) return null;
        var (text, by) = (note.Required("Text"), note.Required("UpdatedBy"));
        if (text.Length > LongestNote || by.Length > LongestNote) throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Note': its members may have {LongestNote} characters.");
        return new JsonObject { ["Text"] = text, ["UpdatedBy"] = by, ["UpdatedAt"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) };
    }

    private static JsonObject? Severity(ApiInput? severity)
    {
        if (severity is null) return null;
        var given = new JsonObject();
        if (severity.OneOf("Label", FindingFormat.SeverityLabels) is { } label) given["Label"] = label;
        if (severity.Integer("Normalized", 0, 100) is { } number) given["Normalized"] = number;
        if (given.Count == 0) throw SecurityHubErrors.InvalidInput("Invalid parameter 'Severity': a Label is required.");
        FindingSeverity.Complete(given);
        return given;
    }
}
