using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class IdentityCollectionTests
{
    private static readonly EvidenceKind[] IdentityKinds =
    [
        EvidenceKind.CredentialReport, EvidenceKind.Users, EvidenceKind.UnreportedCredentials, EvidenceKind.PasswordPolicy, EvidenceKind.AccountSummary,
        EvidenceKind.VirtualMfaDevices, EvidenceKind.UserPolicies, EvidenceKind.CustomerPolicies, EvidenceKind.SupportAccess,
    ];

    [Theory]
    [InlineData("neglected")]
    [InlineData("exemplary")]
    public async Task All_identity_evidence_of_an_account_is_read_without_a_gap(string account)
    {
        await using var sandbox = await SandboxSession.OpenAsync(account);
        var collection = sandbox.Start(IdentityKinds);

        var evidence = await collection.WhenCompleteAsync();

        Assert.Empty(collection.TakeNewGaps());
        Assert.All(
            new[]
            {
                evidence.CredentialReport.IsKnown, evidence.Users.IsKnown, evidence.PasswordPolicy.IsKnown, evidence.AccountSummary.IsKnown,
                evidence.VirtualMfaDevices.IsKnown, evidence.UserPolicies.IsKnown, evidence.CustomerPolicies.IsKnown, evidence.SupportAccess.IsKnown,
            },
            Assert.True);
        Assert.Contains(evidence.CredentialReport.Value!.Rows, row => row.UserName == "<root_account>");
        Assert.Empty(sandbox.Server.Faults);
    }
}
