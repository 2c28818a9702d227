using System.Security.Cryptography;
using CisPosture.Sandbox.State.IdentityCenter;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.IdentityCenter;

internal static class TokenOperations
{
    private const int Seconds = 3600;

    /// <summary>Renews a sign-in. A refresh token is good for one renewal, which brings the next.</summary>
    public static ApiResult CreateToken(ApiCall call)
    {
        if (call.Input.Required("grantType") != "refresh_token") throw new ApiException("UnsupportedGrantTypeException", "The sandbox renews sign-ins and begins none.");
        var (client, secret, token) = (call.Input.Required("clientId"), call.Input.Required("clientSecret"), call.Input.Required("refreshToken"));
        var signIn = call.Account.SignIns.Find(signIn => signIn.RefreshToken == token) ?? throw new ApiException("InvalidGrantException", "Invalid refresh token provided");
        if (signIn.ClientId != client || signIn.ClientSecret != secret) throw new ApiException("InvalidClientException", "Invalid client credentials provided");
        Renew(signIn, call.Now);
        return new Structure { ["accessToken"] = signIn.AccessToken, ["refreshToken"] = signIn.RefreshToken, ["tokenType"] = "Bearer", ["expiresIn"] = Seconds };
    }

    private static void Renew(SignIn signIn, DateTimeOffset now)
    {
        signIn.AccessToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        signIn.RefreshToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        signIn.ExpiresAt = now.AddSeconds(Seconds);
    }
}
