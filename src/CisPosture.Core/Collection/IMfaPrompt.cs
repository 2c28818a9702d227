namespace CisPosture.Collection;

/// <summary>Asks the user for what only the user has: the code that an MFA device shows. May be called from any thread.</summary>
public interface IMfaPrompt
{
    /// <summary>Asks for a code and waits for it.</summary>
    /// <param name="device">The serial number or the ARN of the device.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the user typed; null where there is nobody to ask.</returns>
    Task<string?> AskCodeAsync(string device, CancellationToken cancellationToken);
}
