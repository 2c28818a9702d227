using CisPosture.Credentials;

namespace CisPosture.Controls.Identity;

/// <summary>1.3: no password or access key stays enabled after 90 days without use. The ninetieth day fails.</summary>
internal sealed class UnusedCredentialControl : UserCredentialControl
{
    private const string Threshold = "MaxCredentialUsageAge";

    public UnusedCredentialControl(CisControl definition)
        : base(definition)
    {
    }

    public override string SummarizePassed(int count) => $"{Counted(count, "user has", "users have")} no enabled credential that went unused too long.";

    protected override Verdict JudgeCredentials(JudgedResource user, HeldCredentials credentials, DateTimeOffset now, ControlSettings settings)
    {
        var limit = settings.Number(Threshold);
        var enabled = credentials.Password is null ? credentials.ActiveKeys : [credentials.Password, .. credentials.ActiveKeys];
        var idle = enabled
            .Where(credential => Since(credential) is not null)
            .Select(credential => (Credential: credential, Days: WholeDays(Since(credential)!.Value, now)))
            .ToList();
        var offending = idle.Where(each => each.Days >= limit).ToList();
        var verdict = offending.Count > 0
            ? Failed(user, $"Unused for {limit} days or more: {string.Join(", ", offending.Select(each => $"{each.Credential.Name} ({each.Days} days)"))}.")
            : WithoutOffence(user, enabled, idle.Select(each => each.Days), limit);
        return verdict with
        {
            Facts = Facts(
                ("EnabledCredentials", enabled.Select(credential => credential.Name).ToArray()),
                ("UnusedCredentials", offending.Select(each => Account(each.Credential)).ToArray()),
                (Threshold, limit)),
        };
    }

    private static Verdict WithoutOffence(JudgedResource user, IReadOnlyList<HeldCredential> enabled, IEnumerable<int> idleDays, int limit)
    {
        if (enabled.FirstOrDefault(credential => Since(credential) is null) is { } dateless)
        {
            return NotAvailable(user, $"AWS gives no date for the {dateless.Name}, neither of use nor of creation.", ReasonCode.ServiceError);
        }

        return enabled.Count == 0
            ? Passed(user, "The user has no enabled password or access key.")
            : Passed(user, $"No enabled credential is unused for {limit} days or more; the longest is for {idleDays.Max()}.");
    }

    private static DateTimeOffset? Since(HeldCredential credential) => credential.LastUsed ?? credential.Created;

    private static string Account(HeldCredential credential) =>
        $"{credential.Name}: {(credential.LastUsed is { } used ? $"last used {used:o}" : $"never used, made {credential.Created:o}")}";
}
