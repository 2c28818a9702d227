namespace CisPosture.Aws.Repairs;

/// <summary>How what a repair has made is told from what was there before: by a tag, or by a path where a kind of resource takes no tags.</summary>
internal static class Ownership
{
    /// <summary>The tag's key. Its value names the cmdlet that made the resource.</summary>
    public const string Tag = "CisPosture";

    /// <summary>The path of IAM groups, which take no tags.</summary>
    public const string IamPath = "/cisposture/";
}
