using System.Management.Automation.Host;
using CisPosture.Isolation;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Commands;

public sealed class MfaPromptTests
{
    private const string Device = "arn:aws:iam::111122223333:mfa/auditor";

    private readonly FakeGateway _gateway = new(SampleAccount.Evidence) { MfaDevice = Device };

    [Fact]
    public void A_code_is_asked_for_at_the_host_by_the_name_of_the_device_and_does_not_show()
    {
        var host = new RecordingHost(typed: "123456");

        Scan(host);

        Assert.Equal(["123456"], _gateway.MfaCodes);
        Assert.Contains($"MFA code of {Device}: ", host.Screen + " ", StringComparison.Ordinal);
        Assert.DoesNotContain("123456", host.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_cannot_ask_gives_no_code()
    {
        Scan(new RecordingHost());

        Assert.Equal([null], _gateway.MfaCodes);
    }

    [Fact]
    public void A_session_without_a_screen_gives_no_code()
    {
        Scan(host: null);

        Assert.Equal([null], _gateway.MfaCodes);
    }

    private void Scan(PSHost? host)
    {
        using var session = ModuleSession.Open(host);
        AccountGateways.Substitute(session.Runspace, _gateway);

        var run = session.Run("Test-CisControl '1.5'");

        Assert.True(run.Failure is null, $"The command failed: {run.Failure}");
        Assert.Single(run.Findings);
    }
}
