namespace CisPosture.Collection;

/// <summary>An open account: credentials that work, and whose they are.</summary>
public interface IAccountSession : IDisposable
{
    /// <summary>The account's twelve digits.</summary>
    string AccountId { get; }

    /// <summary>The partition: aws, aws-cn, aws-us-gov …</summary>
    string Partition { get; }

    /// <summary>The caller's ARN, as AWS tells it.</summary>
    string CallerArn { get; }

    /// <summary>Asks AWS Organizations for the accounts of the organization that the caller's account manages or administers.</summary>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    /// <returns>The ids of the active accounts, in order; the caller's own may be among them.</returns>
    /// <exception cref="PostureException">There is no organization, or the caller may not ask for its accounts.</exception>
    Task<IReadOnlyList<string>> ListActiveAccountsAsync(CancellationToken cancellationToken);

    /// <summary>Enters another account by a role. The role is assumed anew before its session ends.</summary>
    /// <param name="role">The account and the role.</param>
    /// <param name="cancellationToken">Stops requests in flight, and those of later renewals.</param>
    /// <returns>A session, to be disposed of by the caller. Where AWS does not let the caller in, all that it collects is the gap that says why.</returns>
    Task<IAccountSession> EnterAsync(AccountRole role, CancellationToken cancellationToken);

    /// <summary>Starts to read evidence, each fact once, all Regions at the same time.</summary>
    /// <param name="request">What to read and where.</param>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    /// <returns>The collection under way.</returns>
    IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken);
}
