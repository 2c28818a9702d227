using System.Management.Automation;
using CisPosture.Completion;

namespace CisPosture.Commands;

/// <summary>A cmdlet that reads live accounts.</summary>
public abstract class ScanCmdlet : AccountCmdlet
{
    private const int UsualAccountsAtOnce = 5;
    private const int MostAccountsAtOnce = 64;

    private AccountChoice _choice = new();
    private bool _hasInput;

    /// <summary>The Regions to read; all enabled ones where it is left out. The first also serves the calls that have no Region.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    public string[]? Region { get; set; }

    /// <summary>Regions to leave out.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeRegion { get; set; }

    /// <summary>
    /// The accounts to read; the caller's own where it is left out. The own one is read with the caller's credentials, the others by a role there. Put ids
    /// that begin with 0 in quotation marks.
    /// </summary>
    [Parameter(ParameterSetName = LiveSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    /// <summary>Reads every active account of the organization that the caller's account manages or administers.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter Organization { get; set; }

    /// <summary>The role by which other accounts are entered, after its path where it has one; OrganizationAccountAccessRole where it is left out.</summary>
    [Parameter(ParameterSetName = LiveSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? RoleName { get; set; }

    /// <summary>The external id that the role asks for.</summary>
    [Parameter(ParameterSetName = LiveSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>How many accounts are read at once.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, MostAccountsAtOnce)]
    public int ThrottleLimit { get; set; } = UsualAccountsAtOnce;

    private protected sealed override string? ConnectionRegion => Region?[0];

    /// <summary>Whether input was promised and none came: an empty pipeline asks for nothing, not for everything.</summary>
    private protected bool IsAskedForNothing => MyInvocation.ExpectingInput && !_hasInput;

    /// <summary>Refuses names that cannot be Regions before anything is sent.</summary>
    private protected override void Begin()
    {
        _choice = new AccountChoice { IsOrganization = Organization };
        CheckRegions((Region ?? []).Concat(ExcludeRegion ?? []));
    }

    private protected override void Process()
    {
        _hasInput = true;
        _choice.Add(AccountId, RoleName, ExternalId);
    }

    /// <summary>The accounts that the user named, once all input is in.</summary>
    /// <returns>Accounts that the pool can open.</returns>
    private protected LiveAccounts Accounts()
    {
        _choice.RequireSense();
        return new LiveAccounts(Account(Region ?? [], ExcludeRegion ?? []), _choice, ThrottleLimit);
    }
}
