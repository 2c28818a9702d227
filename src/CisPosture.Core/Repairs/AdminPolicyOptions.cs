using System.Text.RegularExpressions;

namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of policies that allow everything.</summary>
internal sealed record AdminPolicyOptions : RepairOptions
{
    private static readonly Regex PolicyArn = new(
        "^arn:[a-z-]+:iam::([0-9]{12}|aws):policy/[^*?]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The policy that each holder gets instead; null where the user has named none.</summary>
    public string? ReplacementPolicyArn { get; init; }

    /// <summary>Whether holders lose the policy without getting another one.</summary>
    public bool DetachAdminPolicy { get; init; }

    /// <summary>The users, groups and roles that keep what they have, by name.</summary>
    public Func<string, bool> IsExcluded { get; init; } = _ => false;

    /// <summary>Whether the user has said what becomes of holders.</summary>
    public bool IsDecided => DetachAdminPolicy || ReplacementPolicyArn is not null;

    /// <summary>The options of parameters.</summary>
    /// <exception cref="PostureException">The replacement is no policy's ARN, or is said not to be wanted.</exception>
    public static AdminPolicyOptions Of(string? replacementPolicyArn, bool detachAdminPolicy, Func<string, bool> isExcluded)
    {
        if (replacementPolicyArn is not null && detachAdminPolicy)
        {
            throw new PostureException(
                ErrorId.RepairOptionInvalid, "-ReplacementPolicyArn and -DetachAdminPolicy exclude each other: say either what the holders get instead, or that they get nothing.", replacementPolicyArn);
        }

        return replacementPolicyArn is null || PolicyArn.IsMatch(replacementPolicyArn)
            ? new AdminPolicyOptions { ReplacementPolicyArn = replacementPolicyArn, DetachAdminPolicy = detachAdminPolicy, IsExcluded = isExcluded }
            : throw new PostureException(
                ErrorId.RepairOptionInvalid, $"-ReplacementPolicyArn is '{replacementPolicyArn}', which is not the ARN of a managed policy such as arn:aws:iam::aws:policy/PowerUserAccess.", replacementPolicyArn);
    }
}
