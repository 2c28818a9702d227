using System.Text;
using System.Xml.Linq;

namespace CisPosture.Sandbox.Protocols;

internal static class XmlBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Of(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, Utf8, leaveOpen: true))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", null), root).Save(writer, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }
}
