using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>The credentials of a connection.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="Source">Where they come from, in words.</param>
internal sealed record FoundCredentials(AWSCredentials Credentials, string Source);
