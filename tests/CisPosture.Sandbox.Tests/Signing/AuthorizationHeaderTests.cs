using CisPosture.Sandbox.Signing;

namespace CisPosture.Sandbox.Tests.Signing;

public sealed class AuthorizationHeaderTests
{
    [Fact]
    public void Parts_are_read_with_and_without_blanks_between_them()
    {
        const string Spaced = "AWS4-HMAC-SHA256 Credential=AKID/20260504/eu-west-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc";

        var header = AuthorizationHeader.Parse(Spaced);

        Assert.NotNull(header);
        Assert.Equal(("AKID", new CredentialScope("20260504", "eu-west-1", "ec2"), "abc"), (header.AccessKeyId, header.Scope, header.Signature));
        Assert.Equal(["host", "x-amz-date"], header.SignedHeaders);
        Assert.Equal(header.Scope, AuthorizationHeader.Parse(Spaced.Replace(", ", ",", StringComparison.Ordinal))!.Scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic dGVzdDp0ZXN0")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260504/eu-west-1/ec2/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260504/ec2/aws4_request, SignedHeaders=host, Signature=abc")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260504/eu-west-1/ec2/aws5_request, SignedHeaders=host, Signature=abc")]
    public void What_is_not_whole_is_refused(string text) => Assert.Null(AuthorizationHeader.Parse(text));
}
