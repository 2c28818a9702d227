using System.Security.Cryptography;
using System.Text;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>Decisions that look random and are the same in every run. Each part of the account has its own, so that one part's size leaves the others alone.</summary>
internal sealed class Chance(int seed, string part)
{
    private readonly Random _random = new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{part}"))));

    public bool Percent(int percent) => _random.Next(100) < percent;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
