using System.Text;

namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>A file of rules to begin with, of the kind that the file's name tells. No rule in it holds until somebody has given a reason.</summary>
internal sealed class SuppressionTemplateWriter : IReportWriter
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    // Windows PowerShell reads a data file in the codes of the machine's country, unless it begins so.
    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public ReportFormat Format => ReportFormat.SuppressionTemplate;

    public void Write(Report report, Stream to)
    {
        var draft = SuppressionDraft.Of(report);
        switch (report.FileExtension)
        {
            case ".psd1":
                WriteText(to, Utf8WithMark, text => DataFileTemplate.Write(draft, text));
                break;
            case ".yaml" or ".yml":
                WriteText(to, Utf8, text => YamlTemplate.Write(draft, text));
                break;
            default:
                JsonTemplate.Write(draft, to);
                break;
        }
    }

    private static void WriteText(Stream to, Encoding encoding, Action<TextWriter> write)
    {
        using var text = new StreamWriter(to, encoding, 16 * 1024, leaveOpen: true) { NewLine = "\n" };
        write(text);
    }
}
