using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox.Wire;

/// <summary>One request on its way from recognition through the filters to its operation.</summary>
internal sealed class ApiCall
{
    private readonly Lazy<ApiInput> _input;

    /// <summary>The parameters are read when first asked for, so that a request is refused for its signature before its form.</summary>
    public ApiCall(Func<ApiCall, ApiInput> readInput) => _input = new(() => readInput(this));

    public required AwsRequest Request { get; init; }

    public required ServiceApi Service { get; init; }

    /// <summary>The operation's name as the client gave it; the service may not have it.</summary>
    public required string Operation { get; init; }

    /// <summary>Where the request is signed for; for unsigned requests the account's home Region.</summary>
    public required string Region { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The account whose key signed the request.</summary>
    public required SandboxAccount Account { get; init; }

    /// <summary>Every account of the sandbox, for what reaches across accounts.</summary>
    public required SandboxAccounts Accounts { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The most items that a page may have, where the sandbox was told to page small.</summary>
    public int? PageSize { get; init; }

    /// <summary>How long a role that this call makes stays unknown to other services.</summary>
    public RolePropagation RolePropagation { get; init; } = RolePropagation.None;

    /// <summary>How long a recorder that this call switches on is pending.</summary>
    public RecorderStartup RecorderStartup { get; init; } = new();

    /// <summary>Who calls, known once the signature was checked.</summary>
    public SandboxCredential? Caller { get; set; }

    /// <summary>Whether the connection breaks in the middle of the answer.</summary>
    public bool IsAnswerCut { get; set; }

    public ApiInput Input => _input.Value;

    public ServiceErrors Errors => Service.Errors;

    /// <summary>What the account has in the Region of the request; the signature check saw to it that the Region is enabled.</summary>
    public RegionState RegionState => Account.Regions[Region];

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The time for services whose times have no fractions of a second.</summary>
    public DateTimeOffset WholeSecond => DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());

    /// <summary>The page of <paramref name="items"/> that the request asks for.</summary>
    public Page<T> Page<T>(IReadOnlyList<T> items, PagingRules rules) => Pager.Page(this, items, rules);
}
