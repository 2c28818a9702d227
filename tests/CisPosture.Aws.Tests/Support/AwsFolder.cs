namespace CisPosture.Aws.Tests.Support;

/// <summary>A user's home with AWS's files in it, for one test.</summary>
internal sealed class AwsFolder : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("cisposture-home-");

    public AwsFolder() => Directory.CreateDirectory(Path.Combine(Home, ".aws"));

    public string Home => _home.FullName;

    public string ConfigPath => PathOf("config");

    public string CredentialsPath => PathOf("credentials");

    /// <summary>Writes the config file.</summary>
    public AwsFolder Config(string text) => Write("config", text);

    /// <summary>Writes the credentials file.</summary>
    public AwsFolder Credentials(string text) => Write("credentials", text);

    /// <summary>Writes a file of another name into the folder of AWS's files.</summary>
    public AwsFolder Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    /// <summary>The full path of a file in the folder of AWS's files.</summary>
    public string PathOf(string name) => Path.Combine(Home, ".aws", name);

    public void Dispose() => _home.Delete(recursive: true);
}
