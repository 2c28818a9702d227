using System.Net;
using System.Text;

namespace CisPosture.Sandbox.Tests.Iam;

public sealed class CredentialReportTests : IAsyncLifetime
{
    private const string Account = """
        {
          "iam": {
            "root": { "createDate": "2015-01-01T00:00:00Z", "passwordLastUsed": "1 day ago", "mfaDevices": [ { "serialNumber": "GAHT1", "enableDate": "9 days ago" } ] },
            "passwordPolicy": { "maxPasswordAge": 90 },
            "users": [
              { "name": "a,b", "createDate": "10 days ago", "loginProfile": { "createDate": "5 days ago" },
                "accessKeys": [ { "accessKeyId": "AKIA1", "createDate": "4 days ago" },
                                { "accessKeyId": "AKIA2", "createDate": "3 days ago", "status": "Inactive", "lastUsed": { "date": "2 days ago", "region": "eu-west-1", "service": "ec2" } } ] },
              { "name": "machine", "createDate": "10 days ago" }
            ]
          },
          "regions": { "us-east-1": {} }
        }
        """;

    private readonly FixedTime _time = new();
    private AccountFileOnDisk _file = null!;
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await AccountFileOnDisk.WriteAsync(Account);
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = _file.Path, Time = _time });
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _file.DisposeAsync();
    }

    [Fact]
    public async Task A_report_is_absent_then_in_the_making_then_there()
    {
        Assert.Equal((HttpStatusCode.Gone, "ReportNotPresent"), Error(await AskAsync("GetCredentialReport")));
        Assert.Equal("STARTED", (await AskAsync("GenerateCredentialReport")).Value("State"));
        Assert.Equal((HttpStatusCode.NotFound, "ReportInProgress"), Error(await AskAsync("GetCredentialReport")));
        Assert.Equal("COMPLETE", (await AskAsync("GenerateCredentialReport")).Value("State"));
        Assert.Equal("2026-05-04T12:00:00Z", (await AskAsync("GetCredentialReport")).Value("GeneratedTime"));
    }

    [Fact]
    public async Task A_report_stands_for_four_hours_whatever_changes()
    {
        var before = await ReportAsync();
        _sandbox.Account.Iam.Users.RemoveAt(1);
        _time.Now += TimeSpan.FromHours(3.9);

        Assert.Equal("COMPLETE", (await AskAsync("GenerateCredentialReport")).Value("State"));
        Assert.Equal(before, await ContentAsync());

        _time.Now += TimeSpan.FromHours(0.2);
        Assert.Equal("STARTED", (await AskAsync("GenerateCredentialReport")).Value("State"));
        Assert.Equal("COMPLETE", (await AskAsync("GenerateCredentialReport")).Value("State"));
        Assert.DoesNotContain("machine", await ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_report_has_expired()
    {
        await ReportAsync();
        _time.Now += TimeSpan.FromDays(8);

        Assert.Equal((HttpStatusCode.Gone, "ReportExpired"), Error(await AskAsync("GetCredentialReport")));
    }

    [Fact]
    public async Task The_report_has_AWS_s_header_and_special_values()
    {
        var lines = (await ReportAsync()).Split('\n');

        Assert.Equal(
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated",
            lines[0]);
        Assert.Equal(
            "<root_account>,arn:aws:iam::111122223333:root,2015-01-01T00:00:00+00:00,not_supported,2026-05-03T12:00:00+00:00,not_supported,not_supported,true,"
            + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
            lines[1]);
        Assert.Equal(
            "\"a,b\",\"arn:aws:iam::111122223333:user/a,b\",2026-04-24T12:00:00+00:00,true,no_information,2026-04-29T12:00:00+00:00,2026-07-28T12:00:00+00:00,false,"
            + "true,2026-04-30T12:00:00+00:00,N/A,N/A,N/A,false,2026-05-01T12:00:00+00:00,2026-05-02T12:00:00+00:00,eu-west-1,ec2,false,N/A,false,N/A",
            lines[2]);
        Assert.StartsWith("machine,arn:aws:iam::111122223333:user/machine,2026-04-24T12:00:00+00:00,false,N/A,N/A,N/A,false,", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    private static (HttpStatusCode Status, string? Code) Error(WireAnswer answer) => (answer.Status, answer.Code);

    private async Task<string> ReportAsync()
    {
        await AskAsync("GenerateCredentialReport");
        await AskAsync("GenerateCredentialReport");
        return await ContentAsync();
    }

    private async Task<string> ContentAsync() => Encoding.UTF8.GetString(Convert.FromBase64String((await AskAsync("GetCredentialReport")).Value("Content")!));

    private async Task<WireAnswer> AskAsync(string action)
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now };
        return await client.IamAsync(action);
    }
}
