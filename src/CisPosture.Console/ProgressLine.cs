using System.Management.Automation;
using Terminal = System.Console;

namespace CisPosture.Console;

/// <summary>One line on standard error that tells how far the work is, and that is gone when anything else is written.</summary>
internal sealed class ProgressLine
{
    private readonly bool _isShown = !Terminal.IsErrorRedirected && !Terminal.IsOutputRedirected;
    private int _length;

    public void Show(ProgressRecord record)
    {
        // There is one line, and it tells of the whole.
        if (record.ParentActivityId >= 0)
        {
            return;
        }

        Clear();
        if (!_isShown || record.RecordType == ProgressRecordType.Completed)
        {
            return;
        }

        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : string.Empty;
        var text = $"{record.Activity}{percent}: {record.StatusDescription}";
        var width = Math.Max(1, ConsoleScreen.Width - 1);
        text = text.Length > width ? text[..width] : text;
        _length = text.Length;
        Terminal.Error.Write(text);
    }

    public void Clear()
    {
        if (_length > 0)
        {
            Terminal.Error.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }
}
