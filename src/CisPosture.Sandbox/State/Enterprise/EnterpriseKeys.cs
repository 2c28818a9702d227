using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.State.Kms;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>KMS keys of the enterprise in one Region: most of them customer keys that rotate, and some of every other kind.</summary>
internal sealed class EnterpriseKeys(EnterpriseSize size, string region)
{
    private readonly Chance _chance = new(size.Seed, $"keys/{region}");

    public List<KmsKey> Generate() => Enumerable.Range(0, size.Keys).Select(Key).ToList();

    private KmsKey Key(int number)
    {
        var key = new KmsKey { KeyId = Id(number), Description = "Generated" };
        if (_chance.Percent(10)) key.KeyManager = "AWS";
        else if (_chance.Percent(5)) (key.KeySpec, key.KeyUsage) = ("RSA_2048", "SIGN_VERIFY");
        else if (_chance.Percent(5)) key.KeyState = "Disabled";
        else key.IsRotationEnabled = _chance.Percent(85);
        return key;
    }

    private string Id(int number) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{size.Seed}/{region}/{number}")).AsSpan(0, 16)).ToString();
}
