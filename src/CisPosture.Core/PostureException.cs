namespace CisPosture;

/// <summary>
/// A failure that ends a command, with a documented id, and a message that names the value, the place and the way out. Values in the message are harmless in a terminal.
/// </summary>
public sealed class PostureException : Exception
{
    /// <summary>Makes the failure.</summary>
    /// <param name="errorId">One of <see cref="CisPosture.ErrorId"/>.</param>
    /// <param name="message">What is wrong, where, and what to do; never a secret.</param>
    /// <param name="target">The value that is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public PostureException(string errorId, string message, object? target = null, Exception? innerException = null)
        : base(VisibleText.InOneDirection(message), innerException)
    {
        ErrorId = errorId;
        Target = target;
    }

    /// <summary>The documented id, which PowerShell shows as FullyQualifiedErrorId.</summary>
    public string ErrorId { get; }

    /// <summary>The value that is wrong.</summary>
    public object? Target { get; }
}
