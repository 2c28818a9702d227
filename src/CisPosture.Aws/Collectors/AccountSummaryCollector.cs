using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

internal sealed class AccountSummaryCollector(CollectionContext context) : IamCollector(context, EvidenceKind.AccountSummary)
{
    protected override async Task ReadAsync()
    {
        var summary = await Context.ReadAsync(GetAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { AccountSummary = summary });
    }

    private async Task<AccountSummary> GetAsync()
    {
        var response = await CallAsync(
            Operations.GetAccountSummary,
            (iam, cancellation) => iam.GetAccountSummaryAsync(new GetAccountSummaryRequest(), cancellation)).ConfigureAwait(false);
        var entries = response.SummaryMap ?? [];
        return new AccountSummary
        {
            AccountAccessKeysPresent = Entry("AccountAccessKeysPresent"),
            AccountMfaEnabled = Entry("AccountMFAEnabled"),
            AccountPasswordPresent = entries.TryGetValue("AccountPasswordPresent", out var present) ? present : null,
        };

        int Entry(string name) => entries.TryGetValue(name, out var value)
            ? value
            : throw ApiCaller.Broken(Operations.GetAccountSummary, Context.HomeRegion, $"The answer has no {name}.");
    }
}
