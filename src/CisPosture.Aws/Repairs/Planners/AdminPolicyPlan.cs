using CisPosture.Aws.Repairs.Facts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The plan for one policy that allows everything.</summary>
internal sealed class AdminPolicyPlan
{
    private const int VersionsPerPolicy = 5;
    private const int PoliciesPerHolder = 10;

    private static readonly AttachedPolicySetting Attachments = new();
    private static readonly PolicyVersionSetting Versions = new();
    private static readonly DefaultPolicyVersionSetting Defaults = new();

    private readonly RepairPlace _place;
    private readonly AdminPolicyOptions _options;
    private readonly LiveAdminPolicies _live;
    private readonly LiveManagedPolicy _policy;
    private readonly NarrowedPolicy _narrowed;
    private readonly IReadOnlyList<RepairSubject> _subjects;

    private readonly List<LiveIdentity> _taken;
    private readonly List<LiveIdentity> _kept;
    private readonly List<LiveIdentity> _bound;

    public AdminPolicyPlan(
        RepairPlace place, AdminPolicyOptions options, LiveAdminPolicies live, LiveManagedPolicy policy, NarrowedPolicy narrowed, IReadOnlyList<RepairSubject> subjects)
    {
        (_place, _options, _live, _policy, _narrowed, _subjects) = (place, options, live, policy, narrowed, subjects);
        var holders = live.HoldersOf(policy.Arn).ToLookup(Keeps);
        _taken = [.. holders[false]];
        _kept = [.. holders[true]];
        _bound = [.. live.BoundBy(policy.Arn)];
    }

    /// <summary>Makes the plan, and tells what it would leave.</summary>
    public (RepairPlan Plan, LiveAdminPolicies Left) Make()
    {
        if (_taken.Count + _kept.Count == 0 && _bound.Count > 0)
        {
            return (new RepairPlan { Subjects = _subjects }, _live);
        }

        var left = Left();
        var obstacle = KeptObstacle() ?? ChoiceObstacle() ?? ReplacementObstacle() ?? DenialObstacle() ?? QuotaObstacle() ?? LockOut(left);
        return obstacle is null ? (Carry(left), left) : (obstacle, _live);
    }

    // Detaching a policy that denies would give its holders what it denies.
    private bool StaysAttached => _narrowed.Denies && _taken.Count > 0;

    private bool Narrows => StaysAttached || (_kept.Count == 0 && _bound.Count == 0 && HasRoom);

    private string? NarrowedVersion => _policy.Versions.Where(version => _narrowed.Document.Equals(version.Value)).Select(version => version.Key).FirstOrDefault();

    private bool HasRoom => NarrowedVersion is not null || _policy.Versions.Count < VersionsPerPolicy;

    private string Removed => _narrowed.Removed.Count == 1 ? $"statement {_narrowed.Removed[0]}" : $"statements {AdminPolicyImpact.Listed(_narrowed.Removed)}";

    private LiveManagedPolicy? Replacement => _live.Replacement?.TryGet(out var replacement, out _) == true ? replacement : null;

    private AdminPolicyImpact Impact => new(_live, _policy, Replacement);

    private IEnumerable<LiveIdentity> ToBeGiven => Replacement is { } replacement ? _taken.Where(holder => !holder.Attached.Contains(replacement.Arn, StringComparer.Ordinal)) : [];

    // Whoever is left alone keeps what he has through groups, too.
    private bool Keeps(LiveIdentity holder) => _options.IsExcluded(holder.Name) || _live.MembersOf(holder).Any(member => _options.IsExcluded(member.Name));

    private LiveAdminPolicies Left()
    {
        var left = _live.After(_taken, StaysAttached ? null : _policy.Arn, Replacement?.Arn);
        return Narrows
            ? left.After(_policy with { Versions = new Dictionary<string, RepairState?>(StringComparer.Ordinal) { [_policy.DefaultVersionId] = _narrowed.Document } })
            : left;
    }

    private RepairPlan? KeptObstacle() => _taken.Count == 0 && _kept.Count > 0
        ? Skip(RepairReasonCode.Excluded, $"{_policy.Name} stays with {Labels(_kept)}, whom -ExcludePrincipal leaves alone.")
        : null;

    private RepairPlan? ChoiceObstacle() => _taken.Count > 0 && !_options.IsDecided
        ? Skip(
            RepairReasonCode.ChoiceNeeded,
            $"{_policy.Name} is held by {Impact.Holders(_taken)}. Say with -ReplacementPolicyArn what they are to get instead, or -DetachAdminPolicy to give them nothing.",
            "Repair-CisAdminPolicy -ReplacementPolicyArn")
        : null;

    private RepairPlan? ReplacementObstacle()
    {
        if (_taken.Count == 0 || _live.Replacement is not { } read)
        {
            return null;
        }

        if (!read.TryGet(out var replacement, out var gap))
        {
            return gap.ErrorCode == Calls.ErrorCodes.NoSuchEntity
                ? Skip(RepairReasonCode.ChoiceNeeded, $"There is no policy {_options.ReplacementPolicyArn}. Name another one with -ReplacementPolicyArn.")
                : Skip(gap.ReasonCode, GapVerdict.Sentence(gap));
        }

        if (replacement.Document is not { } document || !replacement.IsAttachable)
        {
            return Skip(RepairReasonCode.ChoiceNeeded, $"{replacement.Arn} cannot be attached to users, groups and roles. Name another one with -ReplacementPolicyArn.");
        }

        if (!replacement.IsAwsManaged && NarrowedPolicy.Of(document, IncludesNotAction) is not null)
        {
            return Skip(RepairReasonCode.ChoiceNeeded, $"{replacement.Arn} allows everything itself, so control 1.22 fails it, too. Name a narrower one with -ReplacementPolicyArn.");
        }

        // Whoever may do everything can gain nothing. Whoever may do it only under a condition can.
        return _narrowed.IsUnconditional
            ? null
            : Skip(
                RepairReasonCode.ChoiceNeeded,
                $"{_policy.Name} allows everything only under conditions or with exceptions, and {replacement.Name} could give its holders what they do not have now. Attach it by hand, or say -DetachAdminPolicy.");
    }

    private RepairPlan? DenialObstacle()
    {
        if (!StaysAttached)
        {
            return null;
        }

        if (_kept.Count > 0)
        {
            return Skip(
                RepairReasonCode.ChoiceNeeded,
                $"{_policy.Name} also denies, which detaching would lift, so it can only be narrowed for all holders, {Labels(_kept)} among them, whom -ExcludePrincipal leaves alone. Give them another policy first.");
        }

        return _bound.Count > 0
            ? Skip(RepairReasonCode.InUse, $"{_policy.Name} also denies, which detaching would lift, and narrowing it would take everything from {Labels(_bound)}, whose permissions boundary it is. Give them another boundary first.")
            : null;
    }

    private RepairPlan? QuotaObstacle()
    {
        if ((StaysAttached || _taken.Count == 0) && !HasRoom)
        {
            return Skip(RepairReasonCode.QuotaExceeded, $"{_policy.Name} has {_policy.Versions.Count} versions, the most that AWS keeps, so none can be written without {Removed}. Delete a version that nobody needs, then run the repair again.");
        }

        return ToBeGiven.FirstOrDefault(holder => holder.Attached.Count >= PoliciesPerHolder) is { } full
            ? Skip(RepairReasonCode.QuotaExceeded, $"{full.Label} holds {full.Attached.Count} policies, and AWS allows {PoliciesPerHolder}, so {Replacement!.Name} does not fit beside {_policy.Name}. Detach another one first.")
            : null;
    }

    private RepairPlan? LockOut(LiveAdminPolicies left)
    {
        var reached = _live.Reached(_taken);
        if (reached.Count == 0)
        {
            return null;
        }

        var (before, after) = (new Administrators(_place, _live), new Administrators(_place, left));
        if (!after.IsCallerOne && (before.Caller is null || reached.Any(before.IsCaller)))
        {
            var holders = _taken.Where(holder => before.IsCaller(holder) || _live.MembersOf(holder).Any(before.IsCaller)).ToList();
            var others = string.Join(", ", (holders.Count == 0 ? _taken : holders).Select(holder => holder.Name));
            return Skip(
                RepairReasonCode.InUse,
                $"It would take the caller's last right to administer the account: {before.Caller?.Label ?? _place.CallerArn} has it through {_policy.Name}{Through(holders)}. "
                    + "Run it with the credentials of another administrator, or leave it out with -ExcludePrincipal.",
                $"Repair-CisAdminPolicy -ExcludePrincipal {others}");
        }

        return after.IsCallerRoot || after.All.Count > 0
            ? null
            : Skip(
                RepairReasonCode.InUse,
                $"It would leave nobody but the root user who can administer the account for certain: {Labels(reached)} would lose it, and no other user who can sign in, and no role that a person can assume, "
                    + "is allowed everything without a condition. Make another administrator first.");
    }

    private RepairPlan Carry(LiveAdminPolicies left) => new()
    {
        Subjects = _subjects,
        Warnings = _taken.Count == 0 ? [] : [.. Warnings(left)],
        Question = _taken.Count == 0 ? null : $"{(StaysAttached ? "Narrow" : "Detach")} {_policy.Name} for {Labels(_taken)}? What they do with it alone is refused from then on.",
        Steps = [.. Give(), .. Detach(StaysAdministrator(left)), .. Narrow(StaysAdministrator(left))],
        Remainder = Remainder(),
    };

    private IEnumerable<string> Warnings(LiveAdminPolicies left)
    {
        foreach (var holder in _taken)
        {
            yield return Impact.Loss(holder);
        }

        if (StaysAttached)
        {
            yield return $"{_policy.Name} stays attached without {Removed}: it also denies, and detaching would lift that.";
        }

        if (Replacement is { IsAwsManaged: true, Document: { } document } replacement && NarrowedPolicy.Of(document, IncludesNotAction) is not null)
        {
            yield return $"{replacement.Name} allows everything, too; control 1.22 does not judge AWS's own policies.";
        }

        var administrators = new Administrators(_place, left);
        if (_live.Reached(_taken).Any(administrators.IsCaller))
        {
            yield return $"The caller, {administrators.Caller?.Label}, is among them and stays administrator.";
        }

        yield return administrators.All.Count == 0 ? "Only the root user stays administrator." : $"Administrators for certain afterwards: {Labels(administrators.All)}.";
        if (_bound.Count > 0)
        {
            yield return Boundaries();
        }
    }

    private string Boundaries() => $"It stays the permissions boundary of {Labels(_bound)}: a boundary gives no rights, and taking it away would widen theirs.";

    private IEnumerable<RepairStep> Give() => ToBeGiven.Select(holder => Attachments.Step(
        _place, AttachedPolicySetting.Target(_place, holder.Kind, holder.Arn, Replacement!.Arn), SettingReading.Missing, RepairState.Empty, $"Attach {Replacement.Name} to {holder.Label}"));

    private IEnumerable<RepairStep> Detach(IReadOnlyList<RepairPremise> premises) => StaysAttached
        ? []
        : _taken.Select(holder => Attachments.Step(
            _place, AttachedPolicySetting.Target(_place, holder.Kind, holder.Arn, _policy.Arn), new SettingReading(RepairState.Empty), after: null, $"Detach {_policy.Name} from {holder.Label}") with { Premises = premises });

    private IEnumerable<RepairStep> Narrow(IReadOnlyList<RepairPremise> premises)
    {
        if (!Narrows)
        {
            yield break;
        }

        if (NarrowedVersion is null)
        {
            yield return Versions.Step(
                _place, PolicyVersionSetting.Target(_place, _policy.Arn, _narrowed.Document), SettingReading.Missing, _narrowed.Document, $"Write a version of {_policy.Name} without {Removed}");
        }

        yield return Defaults.Step(
            _place,
            DefaultPolicyVersionSetting.Target(_place, _policy.Arn, _policy.DefaultVersionId, _narrowed.Document),
            new SettingReading(DefaultPolicyVersionSetting.InForce(_policy.Document!), NarrowedVersion),
            DefaultPolicyVersionSetting.InForce(_narrowed.Document),
            $"Put {_policy.Name} without {Removed} in force") with
        {
            Premises = [PolicyHoldersFact.Premise(_place, _policy, StaysAttached ? _taken : []), .. StaysAttached ? premises : []],
        };
    }

    // One who stays is enough; where the caller is one, that is the one who must.
    private IReadOnlyList<RepairPremise> StaysAdministrator(LiveAdminPolicies left)
    {
        var administrators = new Administrators(_place, left);
        return administrators.IsCallerRoot || administrators.All.OrderByDescending(administrators.IsCaller).FirstOrDefault() is not { } witness ? [] : administrators.WhyOne(witness);
    }

    private string? Remainder()
    {
        if (_kept.Count > 0)
        {
            return $"{_policy.Name} stays with {Labels(_kept)}, whom -ExcludePrincipal leaves alone, so the control goes on to fail.";
        }

        return Narrows || _bound.Count > 0
            ? null
            : $"{_policy.Name} still allows everything, although nobody holds it: it has {_policy.Versions.Count} versions, the most that AWS keeps. Delete one that nobody needs, then run the repair again.";
    }

    private bool IncludesNotAction => _options.ControlParameters.For(_subjects[0].Control, isStrict: false).IsOn("IncludeNotAction");

    private static string Through(List<LiveIdentity> holders)
    {
        var groups = holders.Where(holder => holder.Kind == IamHolder.Group).ToList();
        return groups.Count == 0 ? string.Empty : $", which {Labels(groups)} holds";
    }

    private static string Labels(IEnumerable<LiveIdentity> identities) => AdminPolicyImpact.Listed(identities.Select(identity => identity.Label));

    private RepairPlan Skip(string reasonCode, string reason, string? command = null) => RepairPlan.Skipped(_subjects, reasonCode, reason, command);
}
