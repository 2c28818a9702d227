namespace CisPosture.Sandbox.State.S3;

/// <summary>A grant of an access control list to a predefined group.</summary>
public sealed class Grant
{
    /// <summary>The group, such as http://acs.amazonaws.com/groups/global/AllUsers.</summary>
    public required string GroupUri { get; init; }

    /// <summary>FULL_CONTROL, READ, WRITE, READ_ACP or WRITE_ACP.</summary>
    public required string Permission { get; init; }
}
