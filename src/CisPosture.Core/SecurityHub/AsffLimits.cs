namespace CisPosture.SecurityHub;

/// <summary>How much Security Hub takes.</summary>
internal static class AsffLimits
{
    public const int Id = 512;
    public const int ProductName = 128;
    public const int GeneratorId = 512;
    public const int AccountId = 12;
    public const int Title = 256;
    public const int Description = 1024;
    public const int Recommendation = 512;
    public const int ResourceId = 512;
    public const int ResourceType = 256;
    public const int ReasonDescription = 1024;
    public const int NoteText = 512;
    public const int FieldName = 128;
    public const int FieldValue = 1024;

    // Security Hub adds fields of its own to those of a product.
    public const int Fields = 50;

    /// <summary>Findings in a batch, of imports and of updates.</summary>
    public const int Batch = 100;

    /// <summary>Values of one attribute in a filter.</summary>
    public const int FilterValues = 20;

    /// <summary>Bytes of a finding.</summary>
    public const int FindingBytes = 240 * 1024;

    /// <summary>Bytes of a batch, somewhat below the limit of six million so that what surrounds the findings has room.</summary>
    public const int BatchBytes = 5_900_000;
}
