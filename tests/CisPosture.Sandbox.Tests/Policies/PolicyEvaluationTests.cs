using CisPosture.Sandbox.Services.Policies;

namespace CisPosture.Sandbox.Tests.Policies;

public sealed class PolicyEvaluationTests
{
    private const string Bucket = "arn:aws:s3:::logs/AWSLogs/111122223333/x";

    private static readonly AccessRequest Request = AccessRequest.OfService(
        "cloudtrail.amazonaws.com",
        "s3:PutObject",
        Bucket,
        KeyValuePair.Create("aws:SourceArn", "arn:aws:cloudtrail:us-east-1:111122223333:trail/audit"),
        KeyValuePair.Create("aws:SourceAccount", "111122223333"));

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::logs/AWSLogs/111122223333/*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":["config.amazonaws.com","cloudtrail.amazonaws.com"]},"Action":["s3:Get*","s3:put*"],"Resource":["arn:aws:s3:::other","arn:aws:s3:::logs/*"]}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"Service":"config.amazonaws.com"},"NotAction":"s3:Get*","NotResource":"arn:aws:s3:::other/*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"AWS:SourceAccount":["999988887777","111122223333"]},"ArnLike":{"aws:SourceArn":"arn:aws:cloudtrail:*:111122223333:trail/*"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEqualsIfExists":{"s3:x-amz-acl":"private"},"Null":{"s3:x-amz-acl":"true"},"Bool":{"aws:SecureTransport":"true"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"},"StringNotLike":{"aws:SourceAccount":"9*"}}}""")]
    public void A_grant_that_means_the_request_allows_it(string statement) => Assert.True(Allows(statement));

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:PutObjectAcl","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","NotAction":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::logs"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"999988887777"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"s3:x-amz-acl":"private"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringSurpasses":{"aws:SourceAccount":"111122223333"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringSurpasses":{"aws:SourceAccount":"1"}}}""")]
    public void What_is_not_granted_or_is_denied_is_refused(string statements) => Assert.False(Allows(statements));

    [Fact]
    public void A_denial_that_does_not_mean_the_request_does_not_matter() => Assert.True(Allows(
        """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void A_policy_that_is_none_grants_nothing(string document) => Assert.False(PolicyEvaluation.Allows([document], Request));

    private static bool Allows(string statements) => PolicyEvaluation.Allows([$$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""], Request);
}
