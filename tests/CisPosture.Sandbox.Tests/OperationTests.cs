using System.Net;
using CisPosture.Sandbox.Services;

namespace CisPosture.Sandbox.Tests;

/// <summary>What operations are declared to be, since counts of writes and refusals go by it.</summary>
public sealed class OperationTests
{
    /// <summary>Whoever signs in, by CreateToken or by assuming a role, changes nothing.</summary>
    private static readonly string[] ReadingVerbs = ["Assume", "CreateToken", "Describe", "Filter", "Generate", "Get", "Head", "List", "Lookup"];

    [Fact]
    public void An_operation_is_declared_a_write_where_its_name_says_so()
    {
        var all = new ServiceCatalog().Services.SelectMany(service => service.Operations.Values, (service, operation) => (Service: service.Name, Operation: operation)).ToArray();

        Assert.NotEmpty(all);
        Assert.All(all, item =>
        {
            var reads = ReadingVerbs.Any(verb => item.Operation.Name.StartsWith(verb, StringComparison.Ordinal));
            Assert.True(item.Operation.IsWrite != reads, $"{item.Service}:{item.Operation.Name} is added with {(item.Operation.IsWrite ? "AddWrite" : "Add")}, which its name belies.");
            if (item.Operation.IsWrite) Assert.False(string.IsNullOrEmpty(item.Operation.Action), $"{item.Service}:{item.Operation.Name} changes the account and must need an IAM action.");
        });
    }

    [Theory]
    [InlineData("s3:PutEncryptionConfiguration", "DELETE", "?encryption")]
    [InlineData("s3:PutBucketPublicAccessBlock", "DELETE", "?publicAccessBlock")]
    [InlineData("s3:PutBucketTagging", "DELETE", "?tagging")]
    [InlineData("s3:DeleteBucketPolicy", "DELETE", "?policy")]
    [InlineData("s3:GetEncryptionConfiguration", "GET", "?encryption")]
    [InlineData("s3:ListBucket", "GET", "?list-type=2")]
    [InlineData("s3:CreateBucket", "PUT", "")]
    public async Task S3_s_actions_are_named_as_IAM_names_them(string action, string method, string query)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Deny = [action] }, TestContext.Current.CancellationToken);
        sandbox.Account.Change(account => account.S3.Buckets.Add(new() { Name = "mine" }));
        using var client = new WireClient(sandbox);

        var answer = await client.SendAsync("s3", new HttpMethod(method), $"/mine{query}", [], []);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(action, answer.Message!, StringComparison.Ordinal);
    }
}
