using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services;

/// <summary>The operation that a REST request's method, host, path and query come to, and the parameters in them.</summary>
internal sealed record RestRoute(string Operation, JsonObject Input);
