using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateLoginProfileRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool? PasswordResetRequired { get; set; }
}
