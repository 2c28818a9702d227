using System.Collections.Concurrent;
using CisPosture.Sandbox.Filters;
using CisPosture.Sandbox.Protocols;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox;

/// <summary>Recognizes a request, sends it through the filters, runs its operation and writes the answer in the request's own protocol.</summary>
internal sealed class RequestPipeline(SandboxOptions options, SandboxAccounts accounts, IReadOnlyList<IRequestFilter> filters)
{
    private readonly ServiceCatalog _services = new();

    /// <summary>In order of asking: S3 takes what no other protocol claims.</summary>
    private readonly IReadOnlyList<IWireProtocol> _protocols = [new RpcCborProtocol(), new JsonProtocol(), new Ec2Protocol(), new QueryProtocol(), new RestJsonProtocol(), new RestXmlProtocol()];

    public ConcurrentQueue<RecordedFault> Faults { get; } = new();

    public async Task<WireResponse> AnswerAsync(HttpContext context)
    {
        var request = await AwsRequest.ReadAsync(context);
        var requestId = Guid.NewGuid().ToString();
        var recognized = _protocols.Select(protocol => protocol.Recognize(request, _services)).First(found => found is not null)!;
        var call = Call(request, recognized, requestId);
        return await AnswerAsync(recognized, call, context.RequestAborted) with { IsCut = call.IsAnswerCut };
    }

    private async Task<WireResponse> AnswerAsync(Recognized recognized, ApiCall call, CancellationToken cancellationToken)
    {
        var requestId = call.RequestId;
        try
        {
            return recognized.Protocol.Write(call, await RunAsync(call, cancellationToken));
        }
        catch (ApiException error)
        {
            return recognized.Protocol.WriteError(recognized.Service, requestId, error);
        }
        catch (Exception defect) when (defect is not OperationCanceledException and not ConnectionCutException)
        {
            await RecordAsync(new RecordedFault($"{recognized.Service.Name}:{recognized.Operation}", defect));
            return recognized.Protocol.WriteError(recognized.Service, requestId, recognized.Service.Errors.InternalFailure());
        }
    }

    private async Task<ApiResult> RunAsync(ApiCall call, CancellationToken cancellationToken)
    {
        foreach (var filter in filters) await filter.ApplyAsync(call, cancellationToken);
        call.Service.Examine(call);
        return call.Account.Locked(() => call.Service.Operations[call.Operation].Handler(call));
    }

    private async Task RecordAsync(RecordedFault fault)
    {
        Faults.Enqueue(fault);
        if (options.FaultLog is { } log) await log.WriteLineAsync($"{fault.Operation}: {fault.Exception}");
    }

    private ApiCall Call(AwsRequest request, Recognized recognized, string requestId)
    {
        var signature = AuthorizationHeader.Parse(request.Header("Authorization") ?? "");
        var account = accounts.OfAccessKey(signature?.AccessKeyId);
        return new ApiCall(call => new ApiInput(recognized.Protocol.ReadInput(request, recognized), call.Errors))
        {
            Request = request,
            Service = recognized.Service,
            Operation = recognized.Operation,
            Region = signature?.Scope.Region ?? account.HomeRegion,
            RequestId = requestId,
            Account = account,
            Accounts = accounts,
            Time = options.Time,
            PageSize = options.PageSize,
            RolePropagation = options.RolePropagation,
            RecorderStartup = options.RecorderStartup,
        };
    }
}
