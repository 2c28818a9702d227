using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>CloudWatch Logs pages by nextToken and limit, fifty at most.</summary>
internal static class LogsPaging
{
    public static readonly PagingRules Rules = new("nextToken", "limit", 50, 1, 50, () => new ApiException("InvalidParameterException", "The specified nextToken is invalid."));
}
