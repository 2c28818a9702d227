namespace CisPosture.Sandbox.PushBack;

/// <summary>The request gets no answer: its connection is cut.</summary>
internal sealed class ConnectionCutException : Exception;
