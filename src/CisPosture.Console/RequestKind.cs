namespace CisPosture.Console;

/// <summary>What the command line asks for.</summary>
internal enum RequestKind
{
    /// <summary>Show how the program is used.</summary>
    Help,

    /// <summary>Scan a sandbox account.</summary>
    Demo,

    /// <summary>Run text.</summary>
    Command,

    /// <summary>Run a script file.</summary>
    File,

    /// <summary>The command line is wrong.</summary>
    Wrong,
}
