namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class KmsConformance(LoggingServer server)
{
    private const string Region = "us-east-1";
    private const string Prefix = "00000000-0000-4000-8000-00000000000";

    [Fact]
    public async Task ListKeys_tells_every_key() =>
        Assert.Equal(server.Sandbox.Account.Regions[Region].KmsKeys.Select(key => key.KeyId), (await server.Aws.AskAsync(Region, "kms", "list-keys"))["Keys"].Each("KeyId"));

    [Fact]
    public async Task DescribeKey_tells_of_a_key()
    {
        var data = (await server.Aws.AskAsync(Region, "kms", "describe-key", "--key-id", "alias/data"))["KeyMetadata"]!;
        var replica = (await Wire("DescribeKey", "mrk-00000000000000000000000000000005")).Json["KeyMetadata"]!;

        Assert.Equal((Prefix + "1", "Data", "Enabled", "CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT"), (data.Text("KeyId"), data.Text("Description"), data.Text("KeyState"), data.Text("KeyManager"), data.Text("Origin"), data.Text("KeySpec")));
        Assert.Equal(server.Sandbox.Account.Regions[Region].KmsKeys[0].CreationDate, data["CreationDate"].Time());
        Assert.Equal(("REPLICA", "eu-west-1"), (replica["MultiRegionConfiguration"]!.Text("MultiRegionKeyType"), replica["MultiRegionConfiguration"]!["PrimaryKey"]!.Text("Region")));
    }

    [Fact]
    public async Task GetKeyRotationStatus_tells_whether_a_key_is_rotated()
    {
        var rotated = await server.Aws.AskAsync(Region, "kms", "get-key-rotation-status", "--key-id", Prefix + "1");
        var disabled = await Wire("GetKeyRotationStatus", Prefix + "4");

        // The AWS CLI of 2022, which Debian 12 has, knows no rotation periods.
        var period = await Wire("GetKeyRotationStatus", Prefix + "1");
        Assert.True(rotated["KeyRotationEnabled"]!.GetValue<bool>());
        Assert.Equal(180, period.Json["RotationPeriodInDays"]!.GetValue<int>());
        Assert.False(disabled.Json["KeyRotationEnabled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("DescribeKey", "nobody", "NotFoundException")]
    [InlineData("DescribeKey", "alias/nobody", "NotFoundException")]
    [InlineData("DescribeKey", Prefix + "3", "AccessDeniedException")]
    [InlineData("GetKeyRotationStatus", Prefix + "3", "AccessDeniedException")]
    [InlineData("GetKeyRotationStatus", Prefix + "2", "UnsupportedOperationException")]
    public async Task Errors_are_those_of_KMS(string operation, string key, string code) =>
        Assert.Equal(code, (await Wire(operation, key)).Json["__type"]!.ToString());

    private async Task<WireAnswer> Wire(string operation, string key)
    {
        using var client = new WireClient(server.Sandbox);
        return await client.JsonAsync("kms", $"TrentService.{operation}", $$"""{"KeyId":"{{key}}"}""");
    }
}
