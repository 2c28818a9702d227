using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Facts;

/// <summary>When a console password was last used.</summary>
internal sealed class PasswordUseFact : Fact
{
    public const string Name = "PasswordUse";

    public override string Kind => Name;

    /// <summary>That a password was last used then, or never.</summary>
    public static RepairPremise Premise(RepairPlace place, string userArn, DateTimeOffset? lastUsed) => new(
        new RepairTarget(Name, place.HomeRegion, userArn), AccessKeyUseFact.State(lastUsed), "The console password stays: it was used again after the repair was planned");

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            RepairOperations.GetUser,
            target.Region,
            cancellation => context.Clients.IdentityManagement(target.Region).GetUserAsync(new GetUserRequest { UserName = IamName.Of(target.ResourceId) }, cancellation)).ConfigureAwait(false);
        return new SettingReading(AccessKeyUseFact.State(answer.User?.PasswordLastUsed.AsUtc()));
    }
}
