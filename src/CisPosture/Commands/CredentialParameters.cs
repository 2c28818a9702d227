using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Reads the parameters of a repair of credentials, which two cmdlets share.</summary>
internal static class CredentialParameters
{
    // IAM takes names that differ only in case for the same.
    public static CredentialOptions Options(bool includesPassword, bool includesKeyInUse, int? idleDays, IEnumerable<string>? excludedUsers)
    {
        var patterns = (excludedUsers ?? []).Select(user => new WildcardPattern(user, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToList();
        return new CredentialOptions
        {
            IncludePassword = includesPassword,
            IncludeKeyInUse = includesKeyInUse,
            IdleDays = idleDays,
            IsExcluded = name => patterns.Exists(pattern => pattern.IsMatch(name)),
        };
    }
}
