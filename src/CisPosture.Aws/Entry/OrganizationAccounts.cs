using Amazon.Organizations.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Entry;

/// <summary>The accounts of the organization that the caller's account manages, or administers for the one that does.</summary>
internal sealed class OrganizationAccounts(AccountSession session, ApiCaller calls)
{
    private const string Active = "ACTIVE";
    private const string NotInUse = "AWSOrganizationsNotInUseException";

    /// <summary>The ids of the active accounts, in order.</summary>
    public async Task<IReadOnlyList<string>> ListActiveAsync()
    {
        var region = Partition.OfRegion(session.HomeRegion).OrganizationsRegion;
        try
        {
            var pages = await calls.PagesAsync(
                Operations.ListAccounts,
                region,
                (token, cancellation) => session.Clients.Organizations(region).ListAccountsAsync(new ListAccountsRequest { NextToken = token }, cancellation),
                page => page.NextToken).ConfigureAwait(false);
            return [.. pages.SelectMany(page => page.Accounts.OrEmpty()).Where(IsActive).Select(account => account.Id!).OrderBy(id => id, StringComparer.Ordinal)];
        }
        catch (ApiCallException failure)
        {
            throw new PostureException(ErrorId.OrganizationNotReadable, Sentence(failure.Gap), session.AccountId);
        }
    }

    private static bool IsActive(Account account) => account.Id is not null && (account.State ?? account.Status) == Active;

    private string Sentence(EvidenceGap gap)
    {
        var cause = gap switch
        {
            { ErrorCode: NotInUse } => $"account {session.AccountId} is in no organization. Name the accounts with -AccountId instead",
            { ReasonCode: ReasonCode.AccessDenied } =>
                $"AWS denied {gap.Permission} to {session.CallerArn}. Grant it, and call with the management account or a delegated administrator of the organization",
            { ReasonCode: ReasonCode.EndpointUnreachable } => "AWS Organizations could not be reached. Check the network and the endpoint URL",
            _ => $"AWS answered {gap.Operation} with {gap.ErrorCode ?? "an error"}",
        };
        return $"The accounts of the organization cannot be listed: {cause}.";
    }
}
