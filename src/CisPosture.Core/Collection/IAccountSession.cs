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

    /// <summary>Starts to read evidence, each fact once, all Regions at the same time.</summary>
    /// <param name="request">What to read and where.</param>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    /// <returns>The collection under way.</returns>
    IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken);
}
