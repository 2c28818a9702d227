using CisPosture.Accounts;

namespace CisPosture.Aws.Calls;

/// <summary>A call that AWS did not answer with what was asked for, already in the words of a gap.</summary>
internal sealed class ApiCallException(EvidenceGap gap) : Exception($"{gap.Operation}: {gap.ErrorCode ?? gap.ReasonCode}")
{
    public EvidenceGap Gap { get; } = gap;

    public bool Is(string errorCode) => string.Equals(Gap.ErrorCode, errorCode, StringComparison.Ordinal);
}
