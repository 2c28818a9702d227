using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A user who types these codes one after the other; null is a session with nobody in front of it.</summary>
internal sealed class TypedCode(params string?[] codes) : IMfaPrompt
{
    private int _asked;

    /// <summary>The devices that were asked for.</summary>
    public List<string> Devices { get; } = [];

    public Task<string?> AskCodeAsync(string device, CancellationToken cancellationToken)
    {
        Devices.Add(device);
        return Task.FromResult(codes[Math.Min(_asked++, codes.Length - 1)]);
    }
}
