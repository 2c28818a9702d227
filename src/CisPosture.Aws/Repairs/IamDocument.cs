using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>Policy documents, which IAM hands out percent-encoded.</summary>
internal static class IamDocument
{
    /// <summary>Reads a document of an answer.</summary>
    /// <exception cref="ApiCallException">The answer has none, or it is no JSON.</exception>
    public static RepairState Read(ApiOperation operation, string region, string? text)
    {
        try
        {
            return RepairState.Parse(Uri.UnescapeDataString(text ?? string.Empty));
        }
        catch (FormatException cause)
        {
            throw ApiCaller.Broken(operation, region, $"The policy document of the answer cannot be read: {cause.Message}");
        }
    }

    /// <summary>The characters that IAM's quotas count: all but white space.</summary>
    public static int Size(RepairState document) => document.Json.Count(character => !char.IsWhiteSpace(character));
}
