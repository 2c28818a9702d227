using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Facts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The plan for one finding of one user, who may hold several credentials: what can be turned off is, and of the rest the plan says why it stays.</summary>
internal sealed class CredentialPlan(RepairPlace place, LiveUser user, string? callerKeyId, RepairSubject subject, CredentialOptions options)
{
    private const string UnusedControl = "1.3";
    private const string UsageThreshold = "MaxCredentialUsageAge";
    private const string AgeThreshold = "MaxAccessKeyAge";

    private static readonly AccessKeySetting Keys = new();
    private static readonly LoginProfileSetting Passwords = new();

    private readonly List<RepairStep> _steps = [];
    private readonly List<RepairSkip> _kept = [];
    private readonly List<string> _inUse = [];

    public RepairPlan Make()
    {
        if (subject.ControlId == UnusedControl)
        {
            TakeUnused();
        }
        else
        {
            TakeAged();
        }

        var kept = _kept.Count == 0 ? null : string.Join(" ", _kept.Select(skip => skip.Reason));
        return _steps.Count == 0 && kept is not null
            ? RepairPlan.Skipped([subject], _kept[0].ReasonCode, kept, _kept[0].Command)
            : new RepairPlan { Subjects = [subject], Steps = _steps, Question = Question(), Remainder = kept };
    }

    private bool IsCaller => place.CallerArn == user.User.Arn;

    private IEnumerable<LiveAccessKey> ActiveKeys => user.Credentials.AccessKeys.Where(key => key.IsActive);

    private void TakeUnused()
    {
        var limit = options.ControlParameters.For(subject.Control, isStrict: false).Number(UsageThreshold);
        foreach (var key in ActiveKeys.Where(key => IdleDays(key) >= limit))
        {
            TurnOff(key);
        }

        if (user.Credentials.HasPassword && WholeDays(PasswordSince) >= limit)
        {
            DeletePassword();
        }
    }

    private void TakeAged()
    {
        var limit = options.ControlParameters.For(subject.Control, isStrict: false).Number(AgeThreshold);
        var idle = options.IdleDays ?? options.ControlParameters.For(BenchmarkCatalogue.Current[UnusedControl], isStrict: false).Number(UsageThreshold);
        foreach (var key in ActiveKeys.Where(key => WholeDays(key.CreateDate) > limit))
        {
            if (IdleDays(key) >= idle)
            {
                TurnOff(key);
            }
            else if (options.IncludeKeyInUse)
            {
                TurnOffInUse(key);
            }
            else
            {
                Keep(
                    RepairReasonCode.InUse,
                    $"Access key {key.AccessKeyId} is too old but in use ({Usage(key)}): give what uses it a new key, then run the repair again, or say -IncludeKeyInUse.");
            }
        }
    }

    private void TurnOffInUse(LiveAccessKey key)
    {
        var steps = _steps.Count;
        TurnOff(key, isInUse: true);
        if (_steps.Count > steps)
        {
            _inUse.Add($"{key.AccessKeyId} ({Usage(key)})");
        }
    }

    private void TurnOff(LiveAccessKey key, bool isInUse = false)
    {
        if (IsCallersOwn(key))
        {
            Keep(RepairReasonCode.InUse, $"Access key {key.AccessKeyId} stays: it is, or may be, the one that signs this run.");
            return;
        }

        _steps.Add(Keys.Step(
            place,
            AccessKeySetting.Target(place, user.User.Arn, key.AccessKeyId),
            new SettingReading(AccessKeySetting.Active),
            AccessKeySetting.Inactive,
            $"Turn off access key {key.AccessKeyId}, {Usage(key)}") with
        {
            StandsAlone = true,
            Premises = isInUse ? [] : [AccessKeyUseFact.Premise(place, user.User.Arn, key.AccessKeyId, key.LastUsed)],
        });
    }

    private void DeletePassword()
    {
        if (IsCaller)
        {
            Keep(RepairReasonCode.InUse, "The console password stays: it is the caller's own.");
        }
        else if (options.IncludePassword)
        {
            _steps.Add(Passwords.Step(place, LoginProfileSetting.Target(place, user.User.Arn), new SettingReading(RepairState.Empty), after: null, $"Delete the console password, {Usage(user.Credentials.PasswordLastUsed)}") with
            {
                StandsAlone = true,
                Premises = [PasswordUseFact.Premise(place, user.User.Arn, user.Credentials.PasswordLastUsed)],
            });
        }
        else
        {
            Keep(
                RepairReasonCode.ChoiceNeeded,
                $"The console password ({Usage(user.Credentials.PasswordLastUsed)}) stays: it could only be deleted, which cannot be undone. Say -IncludePassword to delete it.",
                "Repair-CisCredential -IncludePassword");
        }
    }

    // Whoever signs with a session's keys has the session from one of the user's own keys, and does not tell from which.
    private bool IsCallersOwn(LiveAccessKey key) =>
        key.AccessKeyId == callerKeyId || (IsCaller && user.Credentials.AccessKeys.All(other => other.AccessKeyId != callerKeyId));

    private string? Question() =>
        _inUse.Count == 0 ? null : $"In use: {string.Join(", ", _inUse)}. Whatever signs with it is refused from then on. Turn it off all the same?";

    private void Keep(string reasonCode, string reason, string? command = null) => _kept.Add(new RepairSkip(reasonCode, reason, command));

    private DateTimeOffset PasswordSince => user.Credentials.PasswordLastUsed ?? user.Credentials.PasswordCreated ?? user.User.CreateDate;

    private int IdleDays(LiveAccessKey key) => WholeDays(key.LastUsed ?? key.CreateDate);

    private int WholeDays(DateTimeOffset since) => (int)Math.Floor((place.Now - since).TotalDays);

    private static string Usage(LiveAccessKey key) => Usage(key.LastUsed);

    private static string Usage(DateTimeOffset? lastUsed) =>
        lastUsed is { } used ? string.Format(CultureInfo.InvariantCulture, "last used {0:yyyy-MM-dd HH:mm} UTC", used.UtcDateTime) : "never used";
}
