using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Tests.Commands;

internal sealed class FakeSession(FakeGateway gateway, AccountEvidence account, AccountRole? role) : IAccountSession
{
    public string AccountId => account.AccountId;

    public string Partition => account.Partition;

    public string CallerArn => $"arn:{Partition}:iam::{AccountId}:user/auditor";

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken) => gateway.Collect(account, request, cancellationToken);

    public Task<IReadOnlyList<string>> ListActiveAccountsAsync(CancellationToken cancellationToken) => gateway.OrganizationFailure is { } failure
        ? Task.FromException<IReadOnlyList<string>>(failure)
        : Task.FromResult<IReadOnlyList<string>>([.. gateway.Members.Keys.Append(AccountId).Order(StringComparer.Ordinal)]);

    public Task<IAccountSession> EnterAsync(AccountRole role, CancellationToken cancellationToken) => Task.FromResult(gateway.Enter(role));

    public void Dispose() => gateway.Leave(role);
}
