using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class TagRoleResponse : AmazonWebServiceResponse;
