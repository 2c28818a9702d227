using System.Reflection;
using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Credentials handed over as an object of AWS Tools or of another copy of the AWSSDK. Their types are not ours even where their names are,
/// so they are read by shape, and asked again for every signature: whoever made them knows when they expire.
/// </summary>
internal sealed class ShapedCredentials : AWSCredentials
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly object _source;
    private readonly MethodInfo _getCredentials;
    private readonly SecretMask _mask;

    private ShapedCredentials(object source, MethodInfo getCredentials, SecretMask mask) => (_source, _getCredentials, _mask) = (source, getCredentials, mask);

    /// <summary>The credentials that an object holds, itself or in its Credentials member as AWS Tools wraps them; null where it has no such shape.</summary>
    /// <param name="source">The object.</param>
    /// <param name="mask">Takes what the object gave before out of what it complains of later.</param>
    public static ShapedCredentials? Of(object source, SecretMask mask)
    {
        if (FindGetCredentials(source) is { } method)
        {
            return new ShapedCredentials(source, method, mask);
        }

        return source.GetType().GetProperty("Credentials", Members)?.GetValue(source) is { } inner && FindGetCredentials(inner) is { } innerMethod
            ? new ShapedCredentials(inner, innerMethod, mask)
            : null;
    }

    public override ImmutableCredentials GetCredentials()
    {
        var current = Ask();
        var accessKey = Text(current, "AccessKey");
        var secretKey = Text(current, "SecretKey");
        if (string.IsNullOrEmpty(accessKey) || string.IsNullOrEmpty(secretKey))
        {
            throw new PostureException(
                ErrorId.CredentialsInvalid, "The credentials object gave no access key or no secret key. Sign in again, or hand over other credentials.");
        }

        return new ImmutableCredentials(accessKey, secretKey, Text(current, "Token"));
    }

    private static MethodInfo? FindGetCredentials(object source) =>
        source.GetType().GetMethod("GetCredentials", BindingFlags.Instance | BindingFlags.Public, binder: null, Type.EmptyTypes, modifiers: null);

    private static string? Text(object? current, string name) => current?.GetType().GetProperty(name, Members)?.GetValue(current) as string;

    private object? Ask()
    {
        try
        {
            return _getCredentials.Invoke(_source, parameters: null);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            throw new PostureException(
                ErrorId.CredentialsInvalid,
                $"The credentials object could not give credentials ({cause.GetType().Name}): {_mask.Clear(cause.Message)}");
        }
    }
}
