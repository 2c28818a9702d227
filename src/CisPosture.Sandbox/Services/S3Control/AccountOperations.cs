using System.Net;
using System.Xml.Linq;
using CisPosture.Sandbox.Services.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3Control;

internal static class AccountOperations
{
    private static readonly XNamespace Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    public static ApiResult GetPublicAccessBlock(ApiCall call)
    {
        if (call.Input.Required("AccountId") != call.Account.AccountId) throw call.Errors.AccessDenied("Access Denied");
        return call.Account.S3.PublicAccessBlock is { } block
            ? S3Xml.PublicAccessBlock(Namespace, block)
            : throw new ApiException("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", HttpStatusCode.NotFound);
    }
}
