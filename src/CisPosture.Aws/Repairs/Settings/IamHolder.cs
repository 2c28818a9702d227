namespace CisPosture.Aws.Repairs.Settings;

/// <summary>What holds policies. The names stand in journals.</summary>
internal enum IamHolder
{
    User,
    Group,
    Role,
}
