using System.Security.Cryptography;
using System.Text;

namespace CisPosture.Reports.Html;

/// <summary>A style sheet or script that goes into the page, and what a content security policy knows it by.</summary>
internal sealed class EmbeddedText
{
    private EmbeddedText(string text)
    {
        Text = text;
        using var sha256 = SHA256.Create();
        Source = $"'sha256-{Convert.ToBase64String(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)))}'";
    }

    /// <summary>The text, to stand between the tags as it is.</summary>
    public string Text { get; }

    /// <summary>The source expression that allows this text and no other.</summary>
    public string Source { get; }

    /// <summary>Reads a file of this folder.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text.</returns>
    public static EmbeddedText Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(typeof(EmbeddedText), name)!;
        using var reader = new StreamReader(stream);
        // A browser reads every line break as a line feed before it hashes; a checkout may have made others of them.
        return new EmbeddedText(reader.ReadToEnd().Replace("\r\n", "\n"));
    }
}
