using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime.CredentialManagement;

namespace CisPosture.Aws.Tests.Support;

internal sealed class DictionaryProfiles(IReadOnlyDictionary<string, CredentialProfile> profiles) : ICredentialProfileSource
{
    public bool TryGetProfile(string profileName, [NotNullWhen(true)] out CredentialProfile? profile) => profiles.TryGetValue(profileName, out profile);
}
