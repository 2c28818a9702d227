using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>1.20: makes a role for whoever handles incidents with AWS Support. Who may assume it is never guessed.</summary>
internal sealed class SupportRoleRepair : RepairFrom<LiveSupportRole, SupportRoleOptions>
{
    private const string Owner = "Repair-CisSupportRole";

    private static readonly RoleSetting Roles = new();
    private static readonly AttachedPolicySetting Attachments = new();

    public override string Command => Owner;

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveSupportRole live, IReadOnlyList<RepairSubject> subjects, SupportRoleOptions options) =>
        [Obstacle(place, live, subjects, options) ?? Make(place, live, subjects, options)];

    protected override async Task<LiveSupportRole> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, SupportRoleOptions options) => new(
        await reader.ReadAsync(RoleSetting.Target(reader.Place, options.RoleName)).ConfigureAwait(false),
        await reader.ReadAsync(Attachment(reader.Place, options)).ConfigureAwait(false));

    private static RepairPlan? Obstacle(RepairPlace place, LiveSupportRole live, IReadOnlyList<RepairSubject> subjects, SupportRoleOptions options)
    {
        if (options.AssumedBy.Count == 0)
        {
            return RepairPlan.Skipped(
                subjects,
                RepairReasonCode.ChoiceNeeded,
                "Say with -AssumedBy who may assume the role: users, roles, or an account, which lets in everybody there who has sts:AssumeRole.",
                "Repair-CisSupportRole -AssumedBy");
        }

        if (live.Role.State is not { } role || Equals(role, Wanted(place, options)))
        {
            return null;
        }

        return role.Text(RoleSetting.Owner) is null
            ? RepairPlan.Skipped(subjects, RepairReasonCode.ForeignResource, $"A role {options.RoleName} exists that CisPosture has not made. Give another name with -RoleName.")
            : RepairPlan.Skipped(subjects, RepairReasonCode.ChoiceNeeded, $"Role {options.RoleName} exists and can be assumed by others than -AssumedBy says. Name those, or give another name with -RoleName.");
    }

    private static RepairPlan Make(RepairPlace place, LiveSupportRole live, IReadOnlyList<RepairSubject> subjects, SupportRoleOptions options)
    {
        var steps = new List<RepairStep>();
        if (live.Role.State is null)
        {
            steps.Add(Roles.Step(place, RoleSetting.Target(place, options.RoleName), live.Role, Wanted(place, options), $"Make role {options.RoleName}"));
        }

        if (live.Attachment.State is null)
        {
            steps.Add(Attachments.Step(place, Attachment(place, options), live.Attachment, RepairState.Empty, $"Attach AWSSupportAccess to role {options.RoleName}"));
        }

        return new RepairPlan { Subjects = subjects, Steps = steps, Warnings = [.. options.AssumedBy.Select(principal => Warning(place, principal)).OfType<string>()] };
    }

    private static string? Warning(RepairPlace place, string principal)
    {
        var arn = ArnOf(place, principal);
        return !arn.Contains($"::{place.AccountId}:") ? $"{arn} is of another account."
            : arn.EndsWith(":root", StringComparison.Ordinal) ? $"Everybody in account {place.AccountId} who has sts:AssumeRole may assume the role, since {arn} stands for all of them."
            : null;
    }

    private static RepairTarget Attachment(RepairPlace place, SupportRoleOptions options) => AttachedPolicySetting.Target(
        place, IamHolder.Role, RoleSetting.Arn(place, options.RoleName), $"arn:{place.Partition}:iam::aws:policy/AWSSupportAccess");

    private static RepairState Wanted(RepairPlace place, SupportRoleOptions options)
    {
        var principals = options.AssumedBy.Select(principal => ArnOf(place, principal)).Distinct(StringComparer.Ordinal).OrderBy(arn => arn, StringComparer.Ordinal).ToList();
        var trust = RepairState.Of(
            ("Version", "2012-10-17"),
            ("Statement", new[]
            {
                RepairState.Of(
                    ("Effect", "Allow"),
                    ("Principal", RepairState.Of(("AWS", principals.Count == 1 ? principals[0] : principals))),
                    ("Action", "sts:AssumeRole")),
            }));
        return RoleSetting.Trusting(Owner, trust);
    }

    // IAM shows an account as its root, whichever way it was written.
    private static string ArnOf(RepairPlace place, string principal) => principal.Contains(':') ? principal : $"arn:{place.Partition}:iam::{principal}:root";
}
