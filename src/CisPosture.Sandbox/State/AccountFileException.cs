namespace CisPosture.Sandbox.State;

/// <summary>The account that was asked for does not exist or its file cannot be read.</summary>
public sealed class AccountFileException(string message, Exception? innerException = null) : Exception(message, innerException);
