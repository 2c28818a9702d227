using CisPosture.Credentials;
using CsCheck;

namespace CisPosture.Core.Tests.Credentials;

public sealed partial class CredentialReportParserTests
{
    [Fact]
    public void Any_names_survive_being_written_as_CSV() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[",\"'\r\n\t;=+.@_- aZ\u00E9"], 0, 12]).Array[1, 20].Sample(names => Assert.Equal(names, CredentialReportParser.Parse(Written(names), Generated).Rows.Select(row => row.UserName)));
}
