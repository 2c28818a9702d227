using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using CisPosture.Collection;
using CisPosture.Completion;
using CisPosture.Isolation;

namespace CisPosture.Commands;

/// <summary>A cmdlet that opens a live account. Its parameters are spelt as AWS Tools for PowerShell spells them.</summary>
public abstract class AccountCmdlet : AsyncCisCmdlet
{
    /// <summary>The parameter set of a live account.</summary>
    protected const string LiveSet = "Live";

    private static readonly Regex RegionForm = new("^[a-z]{2,4}(-[a-z]+){1,2}-[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>A profile of the shared AWS files.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(ProfileCompleter))]
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

    /// <summary>The Region for the calls that have none; null where the user named none.</summary>
    private protected abstract string? ConnectionRegion { get; }

    /// <summary>Refuses names that cannot be Regions before anything is sent.</summary>
    /// <param name="names">The names.</param>
    /// <exception cref="PostureException">One cannot be a Region.</exception>
    private protected static void CheckRegions(IEnumerable<string> names)
    {
        var invalid = names.FirstOrDefault(name => !IsRegion(name));
        if (invalid is not null)
        {
            throw new PostureException(ErrorId.RegionInvalid, $"'{invalid}' is not the name of a Region. Write it as AWS does, for example eu-west-1.", invalid);
        }
    }

    /// <summary>Whether a name can be a Region's.</summary>
    /// <param name="name">The name.</param>
    private protected static bool IsRegion(string name) => RegionForm.IsMatch(name);

    /// <summary>Takes from the session, on the pipeline's thread, all that a connection needs.</summary>
    /// <param name="regions">The Regions to read; empty for every enabled one.</param>
    /// <param name="excludedRegions">Regions to leave out.</param>
    /// <returns>A connection that the pool can open.</returns>
    private protected LiveAccount Account(IReadOnlyList<string> regions, IReadOnlyList<string> excludedRegions)
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
            Region = ConnectionRegion,
            StoredRegion = StoredRegion(),
            EndpointUrl = EndpointUrl,
        };
        return new LiveAccount(AccountGateways.For(Runspace.DefaultRunspace), request, regions, excludedRegions);
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
