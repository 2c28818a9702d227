using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Core.Tests.Controls;

public sealed class AccountEntryTests
{
    private static readonly EvidenceGap Shut = new()
    {
        ReasonCode = ReasonCode.AccessDenied, Operation = "sts:AssumeRole", Permission = "sts:AssumeRole", Resource = "arn:aws:iam::444455556666:role/security/Audit", ErrorCode = "AccessDenied",
    };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Every_control_answers_once_for_an_account_that_could_not_be_entered(bool isStrict, bool listsEachResource)
    {
        var evidence = new AccountEvidence
        {
            AccountId = "444455556666", Partition = "aws-us-gov", HomeRegion = "us-gov-west-1", ObservedAt = DateTimeOffset.UnixEpoch, EntryGap = Shut,
        };
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict, listsEachResource);

        Assert.All(BenchmarkCatalogue.Current.Controls, control =>
        {
            var finding = Assert.Single(evaluator.Evaluate(control, evidence));
            Assert.Equal(
                ("NotAvailable", ReasonCode.AccessDenied, "444455556666", "us-gov-west-1", "AWS::::Account:444455556666"),
                (finding.Status, finding.ReasonCode, finding.AccountId, finding.Region, finding.ResourceId));
            Assert.Equal(("sts:AssumeRole", Shut.Resource), (finding.Evidence["MissingPermission"], finding.Evidence["Resource"]));
            Assert.Null(finding.RepairCommand);
        });
    }

    [Theory]
    [InlineData(ReasonCode.AccessDenied, "AccessDenied", "AWS denied sts:AssumeRole on the role security/Audit; grant the caller sts:AssumeRole on it, and let the role trust the caller and the external id.")]
    [InlineData(ReasonCode.Throttled, "Throttling", "AWS throttled sts:AssumeRole on the role security/Audit through every retry; scan again later.")]
    [InlineData(ReasonCode.EndpointUnreachable, null, "the endpoint for sts:AssumeRole on the role security/Audit could not be reached.")]
    [InlineData(ReasonCode.ServiceError, "RegionDisabledException", "AWS answered sts:AssumeRole on the role security/Audit with RegionDisabledException.")]
    [InlineData(ReasonCode.ServiceError, null, "AWS answered sts:AssumeRole on the role security/Audit with an error.")]
    public void The_sentence_names_account_role_and_cause(string reason, string? code, string expected) => Assert.Equal(
        $"Account 444455556666 could not be entered: {expected}",
        GapVerdict.Sentence(Shut with { ReasonCode = reason, ErrorCode = code }));

    [Theory]
    [InlineData("aws", "Audit", "arn:aws:iam::444455556666:role/Audit")]
    [InlineData("aws-cn", "/security/Audit", "arn:aws-cn:iam::444455556666:role/security/Audit")]
    public void A_role_s_ARN_is_of_the_partition_and_keeps_the_path(string partition, string role, string expected) =>
        Assert.Equal(expected, AccountEntry.RoleArn(partition, "444455556666", role));
}
