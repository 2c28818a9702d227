using CisPosture.Credentials;

namespace CisPosture.Controls.Identity;

/// <summary>1.4: no active access key is older than 90 whole days. The ninetieth day passes.</summary>
internal sealed class AccessKeyAgeControl : UserCredentialControl
{
    private const string Threshold = "MaxAccessKeyAge";

    public AccessKeyAgeControl(CisControl definition)
        : base(definition)
    {
    }

    public override string SummarizePassed(int count) => $"{Counted(count, "user has", "users have")} no active access key that is too old.";

    protected override Verdict JudgeCredentials(JudgedResource user, HeldCredentials credentials, DateTimeOffset now, ControlSettings settings)
    {
        var limit = settings.Number(Threshold);
        var keys = credentials.ActiveKeys.Select(key => (Key: key, Days: WholeDays(key.Created!.Value, now))).ToList();
        var offending = keys.Where(key => key.Days > limit).ToList();
        var verdict = keys.Count == 0
            ? Passed(user, "The user has no active access key.")
            : offending.Count == 0
                ? Passed(user, $"The oldest active access key is {keys.Max(key => key.Days)} days old; {limit} are allowed.")
                : Failed(user, $"Older than {limit} days: {string.Join(", ", offending.Select(key => $"{key.Key.Name} ({key.Days} days)"))}.");
        return verdict with
        {
            Facts = Facts(
                ("ActiveAccessKeys", keys.Select(key => key.Key.Name).ToArray()),
                ("AgedAccessKeys", offending.Select(key => $"{key.Key.Name}: made {key.Key.Created:o}").ToArray()),
                (Threshold, limit)),
        };
    }
}
