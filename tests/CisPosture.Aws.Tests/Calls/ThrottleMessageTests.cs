using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

public sealed class ThrottleMessageTests
{
    [Theory]
    [InlineData("The maximum request rate permitted by the Amazon EC2 APIs has been exceeded for your account.", true)]
    [InlineData("Request limit exceeded. Account 111122223333 has been throttled on ec2:DescribeVpcs because it exceeded its request rate limit.", false)]
    [InlineData("Request limit exceeded.", false)]
    [InlineData("Rate exceeded", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_refusal_is_about_the_account_where_it_names_that_and_not_the_operation(string? message, bool isAccountWide) =>
        Assert.Equal(isAccountWide, ThrottleMessage.NamesTheAccount(message, "DescribeVpcs"));
}
