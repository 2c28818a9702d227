using System.Text.Json.Serialization;

namespace CisPosture.Accounts;

/// <summary>What the credential report says of one user or of root. Dates are null where the report has "N/A", "no_information", "not_supported" or nothing.</summary>
public sealed record CredentialReportRow
{
    /// <summary>The user's name; root's row carries "&lt;root_account&gt;".</summary>
    public required string UserName { get; init; }

    /// <summary>The user's ARN; root's ends in ":root".</summary>
    public required string Arn { get; init; }

    /// <summary>When the user was created.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>Whether a console password is set and usable; null where the report says "not_supported" or nothing.</summary>
    public bool? PasswordEnabled { get; init; }

    /// <summary>When the password was last used.</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }

    /// <summary>When the password was last set.</summary>
    public DateTimeOffset? PasswordLastChanged { get; init; }

    /// <summary>Whether an MFA device is assigned.</summary>
    public bool MfaActive { get; init; }

    /// <summary>The two key slots of the report, in order; an empty slot has no last rotation.</summary>
    public IReadOnlyList<ReportedAccessKey> AccessKeys { get; init; } = [];

    /// <summary>True for root's row, which controls on users leave out whatever else it says.</summary>
    [JsonIgnore]
    public bool IsRoot => UserName == "<root_account>" || Arn.EndsWith(":root", StringComparison.Ordinal);
}
