using System.Text;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;
using Microsoft.AspNetCore.Http;

namespace CisPosture.Sandbox.Tests.Signing;

/// <summary>Requests whose signatures AWS has published.</summary>
public sealed class SignatureV4Tests
{
    private const string SuiteKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string S3Key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string SuiteTime = "20150830T123600Z";
    private const string S3Time = "20130524T000000Z";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/example/..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/./", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "//", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    public void The_test_suite_s_requests_get_the_published_signatures(string method, string target, string signature)
    {
        var headers = new HeaderDictionary { ["Host"] = "example.amazonaws.com", ["X-Amz-Date"] = SuiteTime };

        Assert.Equal(signature, Compute(method, target, headers, "", "us-east-1", "service", "host;x-amz-date"));
    }

    [Fact]
    public void The_user_guide_s_ListUsers_request_gets_the_published_signature()
    {
        var headers = new HeaderDictionary { ["Host"] = "iam.amazonaws.com", ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8", ["X-Amz-Date"] = SuiteTime };

        var signature = Compute("GET", "/?Action=ListUsers&Version=2010-05-08", headers, "", "us-east-1", "iam", "content-type;host;x-amz-date");

        Assert.Equal("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7", signature);
    }

    [Fact]
    public void Header_values_are_trimmed_and_their_inner_blanks_collapsed()
    {
        var plain = new HeaderDictionary { ["Host"] = "example.amazonaws.com", ["My-Header"] = "a b c", ["X-Amz-Date"] = SuiteTime };
        var padded = new HeaderDictionary { ["Host"] = "example.amazonaws.com", ["My-Header"] = "  a   b   c  ", ["X-Amz-Date"] = SuiteTime };

        Assert.Equal(
            Compute("GET", "/", plain, "", "us-east-1", "service", "host;my-header;x-amz-date"),
            Compute("GET", "/", padded, "", "us-east-1", "service", "host;my-header;x-amz-date"));
    }

    [Theory]
    [InlineData("/test.txt", "bytes=0-9", "host;range;x-amz-content-sha256;x-amz-date", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData("/?lifecycle", null, "host;x-amz-content-sha256;x-amz-date", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("/?max-keys=2&prefix=J", null, "host;x-amz-content-sha256;x-amz-date", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void The_S3_guide_s_requests_get_the_published_signatures(string target, string? range, string signedHeaders, string signature)
    {
        var headers = new HeaderDictionary { ["Host"] = "examplebucket.s3.amazonaws.com", ["X-Amz-Content-Sha256"] = EmptyHash, ["X-Amz-Date"] = S3Time };
        if (range is not null) headers["Range"] = range;

        Assert.Equal(signature, Compute("GET", target, headers, "", "us-east-1", "s3", signedHeaders));
    }

    [Fact]
    public void A_proxy_s_absolute_target_is_signed_like_the_path_alone()
    {
        var headers = new HeaderDictionary { ["Host"] = "example.amazonaws.com", ["X-Amz-Date"] = SuiteTime };

        Assert.Equal(
            Compute("GET", "/?Param2=value2&Param1=value1", headers, "", "us-east-1", "service", "host;x-amz-date"),
            Compute("GET", "http://example.amazonaws.com/?Param2=value2&Param1=value1", headers, "", "us-east-1", "service", "host;x-amz-date"));
    }

    private static string Compute(string method, string target, HeaderDictionary headers, string body, string region, string service, string signedHeaders)
    {
        var isS3 = service == "s3";
        var time = isS3 ? S3Time : SuiteTime;
        var data = Encoding.UTF8.GetBytes(body);
        var header = new AuthorizationHeader("AKIDEXAMPLE", new CredentialScope(time[..8], region, service), signedHeaders.Split(';'), "");
        return SignatureV4.Compute(new AwsRequest(method, target, headers, data), header, isS3 ? S3Key : SuiteKey, time, SignatureV4.Hash(data), isS3);
    }
}
