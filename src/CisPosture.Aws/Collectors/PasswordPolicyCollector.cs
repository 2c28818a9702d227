using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using PasswordPolicy = CisPosture.Accounts.PasswordPolicy;

namespace CisPosture.Aws.Collectors;

internal sealed class PasswordPolicyCollector(CollectionContext context) : IamCollector(context, EvidenceKind.PasswordPolicy)
{
    protected override async Task ReadAsync()
    {
        var policy = await Context.ReadAsync(GetAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { PasswordPolicy = policy });
    }

    private async Task<PasswordPolicy> GetAsync()
    {
        try
        {
            var response = await CallAsync(
                Operations.GetAccountPasswordPolicy,
                (iam, cancellation) => iam.GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), cancellation)).ConfigureAwait(false);
            return ToPolicy(response.PasswordPolicy ?? throw ApiCaller.Broken(Operations.GetAccountPasswordPolicy, Context.HomeRegion, "The answer has no PasswordPolicy."));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return new PasswordPolicy { IsSet = false };
        }
    }

    private static PasswordPolicy ToPolicy(Amazon.IdentityManagement.Model.PasswordPolicy policy) => new()
    {
        RequireUppercaseCharacters = policy.RequireUppercaseCharacters == true,
        RequireLowercaseCharacters = policy.RequireLowercaseCharacters == true,
        RequireSymbols = policy.RequireSymbols == true,
        RequireNumbers = policy.RequireNumbers == true,
        MinimumPasswordLength = policy.MinimumPasswordLength,
        PasswordReusePrevention = policy.PasswordReusePrevention,
        ExpirePasswords = policy.ExpirePasswords == true,
        MaxPasswordAge = policy.MaxPasswordAge,
        HardExpiry = policy.HardExpiry == true,
        AllowUsersToChangePassword = policy.AllowUsersToChangePassword == true,
    };
}
