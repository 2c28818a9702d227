using CisPosture.Aws.Connection;
using CisPosture.Aws.Connection.Exchange;
using CisPosture.Aws.Connection.Profiles;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Finds credentials as a connection does, whose token services a script plays.</summary>
internal static class Searching
{
    public static Task<FoundCredentials> FindAsync(TestSurroundings machine, ConnectionRequest request, Uri? endpoint = null)
    {
        var surroundings = machine.ToSurroundings();
        var exchange = new CredentialExchange
        {
            Endpoints = new Endpoints(endpoint ?? TestClients.Address),
            Region = "eu-west-1",
            Surroundings = surroundings,
            Mask = new SecretMask(),
            MfaPrompt = request.MfaPrompt,
            Cancellation = TestContext.Current.CancellationToken,
        };
        return new CredentialSearch(surroundings, ProfileChoice.Of(request, surroundings), exchange, mayAskInstance: true).FindAsync(request);
    }

    /// <summary>The access key that a request would be signed with.</summary>
    public static async Task<string> KeyAsync(this Task<FoundCredentials> found) => (await (await found).Credentials.GetCredentialsAsync()).AccessKey;
}
