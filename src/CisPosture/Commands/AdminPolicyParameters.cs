using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Reads the parameters of a repair of policies that allow everything, which two cmdlets share.</summary>
internal static class AdminPolicyParameters
{
    // IAM takes names that differ only in case for the same.
    public static AdminPolicyOptions Options(string? replacementPolicyArn, bool detachAdminPolicy, IEnumerable<string>? excludedPrincipals)
    {
        var patterns = (excludedPrincipals ?? []).Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToList();
        return AdminPolicyOptions.Of(replacementPolicyArn, detachAdminPolicy, name => patterns.Exists(pattern => pattern.IsMatch(name)));
    }
}
