using CisPosture.Sandbox.PushBack;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>The AWS CLI must take each refusal for what it is: told to retry once and throttled still, it reports the service's code.</summary>
public sealed class PushBackConformance
{
    [Theory]
    [InlineData("ec2 describe-vpcs", "RequestLimitExceeded")]
    [InlineData("iam list-users", "Throttling")]
    [InlineData("logs describe-log-groups", "ThrottlingException")]
    [InlineData("s3api list-buckets", "SlowDown")]
    public async Task A_throttled_call_ends_with_the_service_s_code_after_the_CLI_has_tried_again(string command, string code)
    {
        // One request in a very long while: the first is let through, and nothing after it.
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Throttle = [new ThrottleRule(null, 0.001, 1)] }, TestContext.Current.CancellationToken);
        var aws = new AwsCli(sandbox) { Attempts = 2 };
        var words = command.Split(' ');
        await aws.AskAsync("us-east-1", words);

        Assert.Equal(code, await aws.ErrorAsync("us-east-1", words));

        Assert.True(sandbox.Requests.Throttled == 2, $"The CLI took {code} for an error that is not worth another try.");
    }
}
