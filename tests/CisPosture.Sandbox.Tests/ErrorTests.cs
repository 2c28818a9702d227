using System.Net;

namespace CisPosture.Sandbox.Tests;

public sealed class ErrorTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_Query_error_says_who_is_at_fault_and_has_a_request_id()
    {
        var answer = await _client.IamAsync("GetLoginProfile", ("UserName", "nobody"));

        Assert.Equal((HttpStatusCode.NotFound, "text/xml"), (answer.Status, answer.ContentType));
        Assert.Equal("ErrorResponse", answer.Xml.Name.LocalName);
        Assert.Equal("https://iam.amazonaws.com/doc/2010-05-08/", answer.Xml.Name.NamespaceName);
        Assert.Equal(("Sender", "NoSuchEntity", "The user with name nobody cannot be found."), (answer.Value("Type"), answer.Code, answer.Message));
        Assert.True(Guid.TryParse(answer.Value("RequestId"), out _));
    }

    [Fact]
    public async Task An_EC2_error_is_one_of_a_list()
    {
        var answer = await _client.Ec2Async("DescribeVpcs", ("VpcId.1", "vpc-0"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("InvalidVpcID.NotFound", answer.Xml.Element("Errors")!.Element("Error")!.Element("Code")!.Value);
        Assert.True(Guid.TryParse(answer.Value("RequestID"), out _));
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_is_an_invalid_action()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAction"), Outcome(await _client.IamAsync("DoAsIMean")));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAction"), Outcome(await _client.Ec2Async("DoAsIMean")));
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_told_in_the_error()
    {
        var iam = await _client.QueryAsync("iam", "2009-01-01", "ListUsers");
        var ec2 = await _client.QueryAsync("ec2", "2009-01-01", "DescribeVpcs");

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAction"), Outcome(iam));
        Assert.Equal("Could not find operation ListUsers for version 2009-01-01", iam.Message);
        Assert.Equal("Response", ec2.Xml.Name.LocalName);
        Assert.Equal("InvalidAction", ec2.Code);
    }

    [Theory]
    [InlineData("kms", "TrentService.DoAsIMean")]
    [InlineData("ssm", "AmazonSSM.DescribeParameters")]
    public async Task A_JSON_operation_that_does_not_exist_is_unknown(string service, string target)
    {
        var answer = await _client.JsonAsync(service, target, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("UnknownOperationException", answer.Json["__type"]!.ToString());
        Assert.Equal(1, _sandbox.Requests.Of($"{service}:{target.Split('.')[1]}"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"Limit\": ")]
    [InlineData("{ \"Limit\": \"few\" }")]
    [InlineData("{ \"Limit\": { } }")]
    public async Task A_JSON_body_of_the_wrong_form_cannot_be_read(string body)
    {
        var answer = await _client.JsonAsync("kms", "TrentService.ListKeys", body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (answer.Status, answer.Json["__type"]!.ToString()));
    }

    [Fact]
    public async Task A_required_parameter_that_is_absent_is_named()
    {
        var answer = await _client.IamAsync("GetGroup");

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), Outcome(answer));
        Assert.Contains("'groupName'", answer.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, "MissingParameter"), Outcome(await _client.Ec2Async("GetManagedPrefixListEntries")));
    }

    [Fact]
    public async Task A_value_outside_of_its_set_is_named()
    {
        var answer = await _client.IamAsync("ListVirtualMFADevices", ("AssignmentStatus", "Lost"));

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), Outcome(answer));
        Assert.Contains("'Lost' at 'assignmentStatus'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_stand_in_XML_does_not_break_an_error()
    {
        var answer = await _client.IamAsync("GetLoginProfile", ("UserName", "a\u0001b"));

        Assert.Equal((HttpStatusCode.NotFound, "NoSuchEntity"), Outcome(answer));
        Assert.Equal("The user with name a?b cannot be found.", answer.Message);
    }

    [Fact]
    public async Task A_filter_that_EC2_does_not_know_is_refused() =>
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameterValue"), Outcome(await _client.Ec2Async("DescribeVpcs", ("Filter.1.Name", "colour"), ("Filter.1.Value.1", "red"))));

    [Fact]
    public async Task A_dry_run_changes_nothing_and_says_that_it_would_have_worked() =>
        Assert.Equal((HttpStatusCode.PreconditionFailed, "DryRunOperation"), Outcome(await _client.Ec2Async("DescribeVpcs", ("DryRun", "true"))));

    [Fact]
    public async Task A_defect_of_the_sandbox_is_an_internal_failure_and_is_recorded()
    {
        _sandbox.Account.Iam.Groups.Add(null!);

        var answer = await _client.IamAsync("GetGroup", ("GroupName", "nobody"));

        Assert.Equal((HttpStatusCode.InternalServerError, "InternalFailure"), Outcome(answer));
        Assert.Equal("Receiver", answer.Value("Type"));
        Assert.Equal("iam:GetGroup", Assert.Single(_sandbox.Faults).Operation);
    }

    private static (HttpStatusCode Status, string? Code) Outcome(WireAnswer answer) => (answer.Status, answer.Code);
}
