namespace CisPosture.Tests.Commands;

public sealed class ConnectionTests : CommandTests
{
    private const string Secret = "wJalrXUtnFEMIexampleSecret";
    private const string Token = "IQoJb3JpZ2luX2VjExampleToken";

    [Theory]
    [InlineData("-Region eu-west-1, us-east-1 -AccessKey AKIAEXAMPLE -SecretKey {0} -SessionToken {1}")]
    [InlineData("-RegionToCall eu-west-1, us-east-1 -AK AKIAEXAMPLE -SK {0} -ST {1}")]
    [InlineData("-Region eu-west-1, us-east-1 -AccessKey AKIAEXAMPLE -SecretAccessKey {0} -SessionToken {1}")]
    public void Keys_and_Regions_reach_the_request_under_every_name(string parameters)
    {
        Succeed("Test-CisControl '4.1' -ExcludeRegion us-west-2 -EndpointUrl http://localhost:1 " + string.Format(null, parameters, Secret, Token));

        var connection = Assert.Single(Gateway.Connections);
        Assert.Equal(("AKIAEXAMPLE", Secret, Token), (connection.AccessKey, connection.SecretKey, connection.SessionToken));
        Assert.Equal(("eu-west-1", "http://localhost:1"), (connection.Region, connection.EndpointUrl));
        var collection = Assert.Single(Gateway.Collections);
        Assert.Equal(["eu-west-1", "us-east-1"], collection.Regions);
        Assert.Equal(["us-west-2"], collection.ExcludedRegions);
    }

    [Theory]
    [InlineData("-ProfileName audit -ProfileLocation credentials")]
    [InlineData("-StoredCredentials audit -AWSProfilesLocation credentials")]
    [InlineData("-AWSProfileName audit -ProfilesLocation credentials")]
    public void A_profile_reaches_the_request_under_every_name_and_its_file_as_a_full_path(string parameters)
    {
        Succeed($"Test-CisControl '1.5' {parameters}");
        var connection = Assert.Single(Gateway.Connections);
        Assert.Equal("audit", connection.ProfileName);
        Assert.True(Path.IsPathFullyQualified(connection.ProfileLocation!), connection.ProfileLocation);
        Assert.Equal("credentials", Path.GetFileName(connection.ProfileLocation));
    }

    [Fact]
    public void Nothing_given_means_nothing_requested()
    {
        Succeed("Test-CisControl '1.5'");
        var connection = Assert.Single(Gateway.Connections);
        Assert.Equal(new Collection.ConnectionRequest { MfaPrompt = connection.MfaPrompt }, connection);
        Assert.Empty(Assert.Single(Gateway.Collections).Regions);
    }

    [Fact]
    public void A_credentials_object_arrives_without_its_PowerShell_wrapper()
    {
        var credential = new Uri("urn:credential");
        Succeed("$wrapped = $args[0] | ForEach-Object { $_ }; Test-CisControl '1.5' -Credential $wrapped", credential);
        Assert.Same(credential, Assert.Single(Gateway.Connections).Credential);
    }

    [Fact]
    public void What_AWS_Tools_stored_in_the_session_is_used()
    {
        var stored = new Uri("urn:stored");
        Succeed("$StoredAWSCredentials = $args[0]; $StoredAWSRegion = 'eu-north-1'; Test-CisControl '1.5'", stored);
        var connection = Assert.Single(Gateway.Connections);
        Assert.Same(stored, connection.StoredCredential);
        Assert.Equal((null, "eu-north-1"), (connection.Region, connection.StoredRegion));
        Assert.Empty(Assert.Single(Gateway.Collections).Regions);
    }

    [Fact]
    public void A_stored_Region_object_tells_its_name_and_a_given_Region_goes_before_it()
    {
        Succeed("$StoredAWSRegion = [pscustomobject]@{ SystemName = 'eu-north-1' }; Test-CisControl '1.5'; Test-CisControl '1.5' -Region eu-west-1");
        Assert.Equal([(null, "eu-north-1"), ("eu-west-1", "eu-north-1")], Gateway.Connections.Select(connection => (connection.Region, connection.StoredRegion)));
    }

    [Theory]
    [InlineData("-Region 'Ireland'")]
    [InlineData("-Region eu-west-1, 'eu-west'")]
    [InlineData("-ExcludeRegion 'http://eu-west-1'")]
    public async Task A_name_that_is_no_Region_is_refused_before_anything_is_sent(string parameters)
    {
        Assert.Equal(ErrorId.RegionInvalid, IdOf(await FailAsync($"Test-CisControl {parameters}")));
        Assert.Empty(Gateway.Connections);
    }

    [Fact]
    public async Task No_stream_ever_carries_a_secret()
    {
        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5', '4.1' -AK AKIAEXAMPLE -SK {Secret} -ST {Token} -Verbose -Debug");
        await run.Completion.WaitAsync(Patience, TestEnd);

        var streams = run.Shell.Streams;
        Assert.NotEmpty(streams.Verbose);
        Assert.NotEmpty(streams.Debug);
        var said = streams.Verbose.Select(record => record.Message)
            .Concat(streams.Debug.Select(record => record.Message))
            .Concat(streams.Progress.Select(record => record.ToString()))
            .Concat(run.Findings.Select(finding => System.Text.Json.JsonSerializer.Serialize(finding)));
        Assert.All(said, text =>
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        });
    }
}
