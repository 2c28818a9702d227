using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.IdentityCenter;

namespace CisPosture.Aws.Tests.Support;

/// <summary>The file that AWS Tools and the AWS CLI leave of a sign-in at IAM Identity Center.</summary>
internal static class SignInFile
{
    /// <summary>Its name in the folder of AWS's files, which is made of the session's name or, without one, of the start address.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "AWS's tools name the file so.")]
    public static string NameFor(string key) => $"sso/cache/{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(key)))}.json";

    public static string TextOf(SignIn signIn, DateTimeOffset? expiresAt = null)
    {
        var file = new JsonObject
        {
            ["startUrl"] = "https://corp.example.com/start", ["region"] = "eu-central-1", ["accessToken"] = signIn.AccessToken, ["expiresAt"] = Time(expiresAt ?? signIn.ExpiresAt),
        };
        if (signIn.RefreshToken is not null)
        {
            file["refreshToken"] = signIn.RefreshToken;
            file["clientId"] = signIn.ClientId;
            file["clientSecret"] = signIn.ClientSecret;
            file["registrationExpiresAt"] = Time(DateTimeOffset.UtcNow.AddDays(30));
        }

        return file.ToJsonString();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
