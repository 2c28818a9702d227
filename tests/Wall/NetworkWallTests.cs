using System.Net;

namespace CisPosture.Wall;

/// <summary>No test of this project can send a request to AWS, whatever client it uses and however it forgot to give it an address.</summary>
public sealed class NetworkWallTests
{
    [Theory]
    [InlineData("https://sts.us-east-1.amazonaws.com/", "CONNECT sts.us-east-1.amazonaws.com:443 HTTP/1.1")]
    [InlineData("https://iam.cn-north-1.amazonaws.com.cn/", "CONNECT iam.cn-north-1.amazonaws.com.cn:443 HTTP/1.1")]
    [InlineData("http://169.254.169.254/latest/api/token", "GET http://169.254.169.254/latest/api/token HTTP/1.1")]
    public async Task A_request_to_AWS_that_nobody_diverted_ends_at_the_wall(string address, string line)
    {
        using var http = new HttpClient();

        var refusal = await RefusalAsync(() => http.GetAsync(new Uri(address), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Forbidden, refusal);
        Assert.Contains(line, NetworkWall.StoppedRequests);
    }

    [Fact]
    public void Processes_that_a_test_starts_are_behind_the_wall_too_and_see_no_user_s_AWS_settings()
    {
        Assert.All(["HTTP_PROXY", "HTTPS_PROXY", "https_proxy"], name => Assert.Equal(NetworkWall.Address, Environment.GetEnvironmentVariable(name)));
        Assert.All(["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ENDPOINT_URL"], name => Assert.Null(Environment.GetEnvironmentVariable(name)));
        Assert.False(File.Exists(Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")));
    }

    private static async Task<HttpStatusCode?> RefusalAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var response = await send();
            return response.StatusCode;
        }
        catch (HttpRequestException refused)
        {
            // What the proxy says to a tunnel comes as the text of an error.
            return refused.StatusCode ?? (refused.Message.Contains("403", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : null);
        }
    }
}
