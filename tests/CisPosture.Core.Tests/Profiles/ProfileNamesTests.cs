using CisPosture.Profiles;

namespace CisPosture.Core.Tests.Profiles;

public sealed class ProfileNamesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void The_usual_files_are_those_of_the_user()
    {
        Write(".aws/credentials", "[default]\n[audit]\n");
        Write(".aws/config", "[profile audit]\n[profile build]\n");

        Assert.Equal(["default", "audit", "build"], Names(("HOME", _home)));
    }

    [Fact]
    public void The_environment_may_name_other_files()
    {
        Write(".aws/credentials", "[usual]\n");
        Write("other/keys", "[audit]\n");
        Write("other/settings", "[profile build]\n");

        Assert.Equal(["audit", "build"], Names(("HOME", _home), ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_home, "other/keys")), ("AWS_CONFIG_FILE", Path.Combine(_home, "other/settings"))));
    }

    [Fact]
    public void What_cannot_be_read_has_no_names()
    {
        Directory.CreateDirectory(Path.Combine(_home, ".aws/credentials"));
        Write(".aws/config", "[profile build]\n");

        Assert.Equal(["build"], Names(("HOME", _home)));
    }

    [Fact]
    public void The_store_of_the_SDK_tells_names_and_stays_encrypted()
    {
        var store = Write("RegisteredAccounts.json", """{"3c6a":{"AWSAccessKey":"AQAAANCM","AWSSecretKey":"AQAAANCM","DisplayName":"audit","ProfileType":"AWS"},"77b1":{"ProfileType":"AWS"}}""");

        Assert.Equal([("audit", store)], ProfileNames.InStore(store));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"3c6a\":1}")]
    [InlineData("{\"3c6a\":{\"DisplayName\":7}}")]
    public void A_store_that_is_none_has_no_names(string text) => Assert.Empty(ProfileNames.InStore(Write("RegisteredAccounts.json", text)));

    private static IEnumerable<string> Names(params (string Name, string Value)[] variables) =>
        ProfileNames.At(location: null, name => variables.FirstOrDefault(variable => variable.Name == name).Value).Select(profile => profile.Name);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
