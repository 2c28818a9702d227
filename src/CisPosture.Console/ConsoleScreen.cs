using System.Globalization;
using System.Management.Automation.Host;
using Terminal = System.Console;

namespace CisPosture.Console;

/// <summary>The size of the screen, which is all that the formatter asks of it.</summary>
internal sealed class ConsoleScreen : PSHostRawUserInterface
{
    private const int WidthWithoutScreen = 120;
    private const int HeightWithoutScreen = 50;

    public static int Width =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : Terminal.IsOutputRedirected || Terminal.WindowWidth <= 0 ? WidthWithoutScreen : Terminal.WindowWidth;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize
    {
        get => new(Width, Height);
        set => throw Fixed();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Fixed();
    }

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Size MaxWindowSize => BufferSize;

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 1;

    public override Coordinates WindowPosition { get; set; }

    public override string WindowTitle { get; set; } = "cisposture";

    public override bool KeyAvailable => false;

    private static int Height => Terminal.IsOutputRedirected || Terminal.WindowHeight <= 0 ? HeightWithoutScreen : Terminal.WindowHeight;

    /// <summary>Tells whether a stream ends on a screen that understands escape sequences, in front of a user who wants colours.</summary>
    public static bool ShowsColours(bool isRedirected) =>
        !isRedirected
        && !OperatingSystem.IsWindows() // where a program must first switch them on; there, PowerShell itself is at hand
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    public override void FlushInputBuffer()
    {
        // Nothing reads keys, so none are buffered.
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Fixed();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Fixed();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Fixed();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Fixed();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Fixed();

    private static HostException Fixed() => new("cisposture leaves the screen as it is; lines are only written to it.");
}
