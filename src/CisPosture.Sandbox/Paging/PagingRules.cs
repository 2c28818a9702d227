using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Paging;

/// <summary>How a service pages: the parameters' names, the bounds of a page, and how it refuses a token that it did not give out.</summary>
/// <param name="Token">The parameter that carries the token, such as Marker or NextToken.</param>
/// <param name="Size">The parameter that asks for a page size; null where the service has none.</param>
/// <param name="Default">The page size when none is asked for; null where everything then comes at once.</param>
/// <param name="Least">The least that may be asked for.</param>
/// <param name="Most">The most that may be asked for.</param>
/// <param name="BadToken">The service's error for a token that it does not know.</param>
internal sealed record PagingRules(string Token, string? Size, int? Default, int Least, int Most, Func<ApiException> BadToken)
{
    /// <summary>The most that may be asked for where asking for more is granted less, as some services do, instead of refused.</summary>
    public bool CapsSilently { get; init; }
}
