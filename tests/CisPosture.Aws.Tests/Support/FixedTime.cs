namespace CisPosture.Aws.Tests.Support;

/// <summary>A clock that always says when the test run began: real enough for signatures, equal for two accounts.</summary>
internal sealed class FixedTime : TimeProvider
{
    public static readonly FixedTime Instance = new();

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => _now;
}
