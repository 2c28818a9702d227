using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using CisPosture.Collection;
using CisPosture.Isolation;

namespace CisPosture.Commands;

/// <summary>A cmdlet that reads live accounts. Its parameters are spelt as AWS Tools for PowerShell spells them.</summary>
public abstract class ScanCmdlet : AsyncCisCmdlet
{
    /// <summary>The parameter set of a live account.</summary>
    protected const string LiveSet = "Live";

    private const int UsualAccountsAtOnce = 5;
    private const int MostAccountsAtOnce = 64;

    private static readonly Regex RegionForm = new("^[a-z]{2,4}(-[a-z]+){1,2}-[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private AccountChoice _choice = new();
    private bool _hasInput;

    /// <summary>The Regions to read; all enabled ones where it is left out. The first also serves the calls that have no Region.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    public string[]? Region { get; set; }

    /// <summary>Regions to leave out.</summary>
    [Parameter(ParameterSetName = LiveSet)]
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

    /// <summary>A profile of the shared AWS files.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>A shared credentials file to look in instead of the usual ones.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>A credentials object of AWS Tools or of the AWS SDK, of any version.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>An endpoint for every service instead of AWS's own.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }

    /// <summary>Whether input was promised and none came: an empty pipeline asks for nothing, not for everything.</summary>
    private protected bool IsAskedForNothing => MyInvocation.ExpectingInput && !_hasInput;

    /// <summary>Refuses names that cannot be Regions before anything is sent.</summary>
    private protected override void Begin()
    {
        _choice = new AccountChoice { IsOrganization = Organization };
        var invalid = (Region ?? []).Concat(ExcludeRegion ?? []).FirstOrDefault(name => !RegionForm.IsMatch(name));
        if (invalid is not null)
        {
            throw new PostureException(ErrorId.RegionInvalid, $"'{invalid}' is not the name of a Region. Write it as AWS does, for example eu-west-1.", invalid);
        }
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
        return new LiveAccounts(Account(), _choice, ThrottleLimit);
    }

    /// <summary>Takes from the session, on the pipeline's thread, all that a connection needs.</summary>
    /// <returns>A connection that the pool can open.</returns>
    private protected LiveAccount Account()
    {
        var request = new ConnectionRequest
        {
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            Credential = Unwrap(Credential),
            StoredCredential = Unwrap(GetVariableValue("StoredAWSCredentials")),
            Region = Region?[0],
            StoredRegion = StoredRegion(),
            EndpointUrl = EndpointUrl,
        };
        return new LiveAccount(AccountGateways.For(Runspace.DefaultRunspace), request, Region ?? [], ExcludeRegion ?? []);
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    // AWS Tools stores the code. A user may have stored the SDK's own object, or what Get-AWSRegion writes.
    private string? StoredRegion()
    {
        var stored = GetVariableValue("StoredAWSRegion");
        return Unwrap(stored) is null or string
            ? Unwrap(stored) as string
            : Text(stored, "SystemName") ?? Text(stored, "Region");
    }

    private static string? Text(object stored, string property) => PSObject.AsPSObject(stored).Properties[property]?.Value as string;
}
