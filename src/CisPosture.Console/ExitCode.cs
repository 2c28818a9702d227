namespace CisPosture.Console;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int TerminatingError = 1;
    public const int WrongCommandLine = 2;

    /// <summary>As shells report a program that Ctrl+C ended.</summary>
    public const int Interrupted = 130;
}
