namespace CisPosture.Aws.Clients.Protocol;

/// <summary>What a service's own model says of it: its names on the wire and where it lives.</summary>
/// <param name="ServiceId">The model's service id, from which AWS_ENDPOINT_URL_… names and the user agent are made.</param>
/// <param name="SigningName">The service's name in a signature.</param>
/// <param name="ApiVersion">The API's date.</param>
/// <param name="EndpointPrefix">The first label of the service's host.</param>
/// <param name="TargetPrefix">The prefix of X-Amz-Target, for services that speak JSON.</param>
internal sealed record ServiceDescription(string ServiceId, string SigningName, string ApiVersion, string EndpointPrefix, string? TargetPrefix = null);
