using System.Runtime.InteropServices;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Settings;

namespace CisPosture.Aws.Connection.Profiles;

/// <summary>The store that AWS Tools and the AWS Toolkit keep encrypted for a Windows user. It is looked into before the files.</summary>
/// <param name="files">The files.</param>
internal sealed class EncryptedStore(IProfileSource files) : IProfileSource
{
    public static bool IsAvailable => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && UserCrypto.IsUserCryptAvailable;

    public string Places => $"the AWS SDK store, {files.Places}";

    // What the store holds, SAML roles among it, is the SDK's own affair.
    public ConfiguredProfile? Find(string name)
    {
        var store = new NetSDKCredentialsFile();
        if (!store.TryGetProfile(name, out var profile))
        {
            return files.Find(name);
        }

        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (profile.Region is { } region)
        {
            settings[ProfileSetting.Region] = region.SystemName;
        }

        return new ConfiguredProfile(name, settings) { Stored = CredentialsOf(profile, store) };
    }

    private static AWSCredentials? CredentialsOf(CredentialProfile profile, NetSDKCredentialsFile store) =>
        AWSCredentialsFactory.TryGetAWSCredentials(profile, store, out var credentials) ? credentials : null;
}
