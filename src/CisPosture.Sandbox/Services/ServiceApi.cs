using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>One AWS service: how requests name it, how it refuses, and its operations.</summary>
internal abstract class ServiceApi
{
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    /// <summary>The name in IAM actions and in request counts, such as iam or cloudwatch.</summary>
    public abstract string Name { get; }

    /// <summary>The service in a signature's credential scope.</summary>
    public virtual string SigningName => Name;

    /// <summary>Whether requests must be signed for the partition's home Region.</summary>
    public virtual bool IsGlobal => false;

    /// <summary>The Version parameter of the Query protocols; null where the service does not speak them.</summary>
    public virtual string? QueryVersion => null;

    /// <summary>The XML namespace of its answers; null where it has no XML protocol.</summary>
    public virtual string? XmlNamespace => null;

    /// <summary>What stands before the dot in X-Amz-Target; null where the service does not speak JSON.</summary>
    public virtual string? TargetPrefix => null;

    /// <summary>The service's name in Smithy RPC paths; null where the service does not speak it.</summary>
    public virtual string? RpcName => null;

    public abstract ServiceErrors Errors { get; }

    public IReadOnlyDictionary<string, Operation> Operations => _operations;

    /// <summary>The one Region that a request must be signed for; null where any enabled Region will do.</summary>
    public virtual string? RequiredRegion(ApiCall call) => IsGlobal ? call.Account.HomeRegion : null;

    /// <summary>Looks at a permitted request before its operation does, for what all operations of the service have in common.</summary>
    public virtual void Examine(ApiCall call)
    {
    }

    /// <summary>Adds an operation that only reads. It bears its handler's name and needs the IAM action of that name unless told otherwise.</summary>
    protected void Add(OperationHandler handler, string? action = null, Func<ApiCall, string>? resource = null) => Add(handler, action, resource, isWrite: false);

    /// <summary>Adds an operation that changes the account.</summary>
    protected void AddWrite(OperationHandler handler, string? action = null, Func<ApiCall, string>? resource = null, Func<ApiCall, IEnumerable<RequiredAction>>? also = null) =>
        Add(handler, action, resource, isWrite: true, also);

    /// <summary>Adds an operation that everybody may call, as sts:GetCallerIdentity.</summary>
    protected void AddUnrestricted(OperationHandler handler) => _operations.Add(handler.Method.Name, new Operation(handler.Method.Name, handler, null));

    /// <summary>Adds an operation that takes no signature: what it is given in the request itself has to convince it.</summary>
    protected void AddUnsigned(OperationHandler handler) => _operations.Add(handler.Method.Name, new Operation(handler.Method.Name, handler, null) { IsUnsigned = true });

    private void Add(OperationHandler handler, string? action, Func<ApiCall, string>? resource, bool isWrite, Func<ApiCall, IEnumerable<RequiredAction>>? also = null)
    {
        var operation = new Operation(handler.Method.Name, handler, action ?? $"{Name}:{handler.Method.Name}") { IsWrite = isWrite };
        if (resource is not null) operation = operation with { Resource = resource };
        _operations.Add(operation.Name, also is null ? operation : operation with { Also = also });
    }
}
