using CisPosture.Sandbox.Services;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Which operation of which service a request asks for, in which protocol. The service may not have the operation.</summary>
internal sealed record Recognized(IWireProtocol Protocol, ServiceApi Service, string Operation);
