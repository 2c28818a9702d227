using CisPosture.Collection;

namespace CisPosture.Tests.Commands;

internal sealed class FakeSession(FakeGateway gateway) : IAccountSession
{
    public string AccountId => gateway.Evidence.AccountId;

    public string Partition => gateway.Evidence.Partition;

    public string CallerArn => $"arn:{Partition}:iam::{AccountId}:user/auditor";

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken) => gateway.Collect(request, cancellationToken);

    public void Dispose() => gateway.DisposedSessions++;
}
