using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetAccountPasswordPolicyResponse : AmazonWebServiceResponse
{
    public PasswordPolicy? PasswordPolicy { get; set; }
}
