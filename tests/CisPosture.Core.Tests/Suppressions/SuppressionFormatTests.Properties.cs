using CisPosture.Suppressions;
using CsCheck;

namespace CisPosture.Core.Tests.Suppressions;

public sealed partial class SuppressionFormatTests
{
    // Whatever people write, they get rules or one error that names a line of their file.
    [Fact]
    public void Any_text_is_rules_or_one_error() => Gen.Char["[]{}:,\"'&*#- \n\tab1\\"].Array[0, 40].Select(chars => new string(chars)).Sample(text =>
    {
        foreach (Func<string, string, IReadOnlyList<SuppressionEntry>> read in new[] { JsonSuppressions.Read, YamlSuppressions.Read })
        {
            try
            {
                Assert.All(read("rules", text), entry => Assert.InRange(entry.Line, 1, text.Count(character => character == '\n') + 1));
            }
            catch (PostureException failure)
            {
                Assert.Equal(ErrorId.SuppressionFileInvalid, failure.ErrorId);
            }
        }
    }, iter: 3000);
}
