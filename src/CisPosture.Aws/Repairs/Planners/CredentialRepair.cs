using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 1.3 and 1.4: turns off access keys that nobody uses and, where the user asks for it, deletes passwords that nobody uses. How they are used
/// is read again: the credential report, from which the finding may come, is up to four hours old.
/// </summary>
internal sealed class CredentialRepair : RepairFrom<LiveCredentials, CredentialOptions>
{
    public override string Command => "Repair-CisCredential";

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveCredentials live, IReadOnlyList<RepairSubject> subjects, CredentialOptions options) =>
        [.. subjects.Select(subject => PlanUser(place, live, subject, options))];

    protected override async Task<LiveCredentials> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, CredentialOptions options)
    {
        var users = await CollectionContext.ReadEachAsync(
            subjects.Select(subject => subject.ResourceId), arn => RepairReader.TryAsync(() => ReadUserAsync(reader, arn))).ConfigureAwait(false);
        return new LiveCredentials(users, await reader.Context.Clients.GetAccessKeyIdAsync().ConfigureAwait(false));
    }

    private static RepairPlan PlanUser(RepairPlace place, LiveCredentials live, RepairSubject subject, CredentialOptions options)
    {
        if (options.IsExcluded(IamName.Of(subject.ResourceId)))
        {
            return RepairPlan.Skipped([subject], RepairReasonCode.Excluded, "The user is one that -ExcludeUser leaves alone.");
        }

        if (live.Users[subject.ResourceId].TryGet(out var user, out var gap))
        {
            return user.User.Arn == subject.ResourceId ? new CredentialPlan(place, user, live.CallerKeyId, subject, options).Make() : Gone(subject);
        }

        return gap.ErrorCode == ErrorCodes.NoSuchEntity ? Gone(subject) : RepairPlan.Skipped([subject], gap.ReasonCode, GapVerdict.Sentence(gap));
    }

    private static RepairPlan Gone(RepairSubject subject) => RepairPlan.Skipped([subject], RepairReasonCode.ResourceGone, "The user does not exist any more.");

    private static async Task<LiveUser> ReadUserAsync(RepairReader reader, string arn)
    {
        var (context, region) = (reader.Context, reader.Place.HomeRegion);
        var credentials = new UserCredentialReader(context.Calls, context.Clients, region);
        var name = IamName.Of(arn);
        var answer = await context.Calls.CallAsync(
            RepairOperations.GetUser,
            region,
            cancellation => context.Clients.IdentityManagement(region).GetUserAsync(new GetUserRequest { UserName = name }, cancellation)).ConfigureAwait(false);
        var user = ToUser(answer.User ?? throw Broken(region, "User"), region);
        var keys = credentials.ListKeysAsync(name);
        var profile = await credentials.GetLoginProfileAsync(name).ConfigureAwait(false);
        return new LiveUser(user, new UserCredentials
        {
            HasPassword = profile is not null,
            PasswordCreated = profile?.CreateDate.AsUtc(),
            PasswordLastUsed = user.PasswordLastUsed,
            AccessKeys = await keys.ConfigureAwait(false),
        });
    }

    private static IamUser ToUser(User user, string region) => new()
    {
        UserName = user.UserName ?? throw Broken(region, nameof(user.UserName)),
        UserId = user.UserId ?? string.Empty,
        Arn = user.Arn ?? throw Broken(region, nameof(user.Arn)),
        CreateDate = user.CreateDate?.AsUtc() ?? throw Broken(region, nameof(user.CreateDate)),
        PasswordLastUsed = user.PasswordLastUsed.AsUtc(),
    };

    private static ApiCallException Broken(string region, string member) => ApiCaller.Broken(RepairOperations.GetUser, region, $"The answer has no {member}.");
}
